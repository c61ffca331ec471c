import { bytes } from './simd';

// The sum of `parts` arrays of `size` floats that lie one after the other, the first two, then the third, and so on.
export function addParts(parts: i32, size: i32, from: usize, to: usize): void {
  const step = bytes(size);
  let i = 0;
  for (; i + 4 <= size; i += 4) {
    let p = from + bytes(i);
    let sum = v128.load(p);
    for (let n = 1; n < parts; n++) {
      p += step;
      sum = f32x4.add(sum, v128.load(p));
    }
    v128.store(to + bytes(i), sum);
  }
  for (; i < size; i++) {
    let p = from + bytes(i);
    let sum = load<f32>(p);
    for (let n = 1; n < parts; n++) {
      p += step;
      sum += load<f32>(p);
    }
    store<f32>(to + bytes(i), sum);
  }
}
