/**
 * The checksum of HDF5: two sums modulo 65535 over big-endian words of 16 bits, where a multiple of 65535 other than 0
 * stays 65535. A last odd byte is the upper half of a word.
 */
export function fletcher32(bytes: Uint8Array): number {
  let low = 0;
  let high = 0;
  for (let i = 0; i < bytes.length; i += 2) {
    low = reduced(low + (((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)));
    high = reduced(high + low);
  }
  return high * 65536 + low;
}

function reduced(sum: number): number {
  return sum > 65535 ? sum - 65535 : sum;
}
