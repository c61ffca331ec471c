export function expectClose(values, expected, what) {
  const got = Array.from(values);
  const close =
    got.length === expected.length && got.every((value, i) => Math.abs(value - expected[i]) <= 1e-4);
  if (!close) throw new Error(`${what}: expected ${expected.join(', ')}, got ${got.join(', ')}`);
}
