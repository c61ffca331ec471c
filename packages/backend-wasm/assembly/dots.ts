import { bytes, multiplyAdd, total } from './simd';

// Products with few rows or columns whose operands both run along the summed axis, as dot products without packing:
//   c[i · stepI + j · stepJ] = max(low, dot(a[i], b[j]) + bias[i · biasI + j · biasJ])
// Strides are in bytes; `bias` 0 is none.
export function dots(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  rowA: usize,
  b: usize,
  rowB: usize,
  c: usize,
  stepI: usize,
  stepJ: usize,
  bias: usize,
  biasI: usize,
  biasJ: usize,
  low: f32,
): void {
  const whole8 = bytes(depth & ~7);
  const whole4 = bytes(depth & ~3);
  const end = bytes(depth);
  for (let i = 0; i < rows; i++) {
    const p = a + rowA * i;
    for (let j = 0; j < columns; j += 4) {
      const width = min(4, columns - j);
      const q0 = b + rowB * j;
      const q1 = width > 1 ? q0 + rowB : q0;
      const q2 = width > 2 ? q1 + rowB : q0;
      const q3 = width > 3 ? q2 + rowB : q0;
      let s0 = f32x4.splat(0),
        s1 = s0,
        s2 = s0,
        s3 = s0;
      let t0 = s0,
        t1 = s0,
        t2 = s0,
        t3 = s0;
      let k: usize = 0;
      for (; k < whole8; k += 32) {
        const x = v128.load(p + k),
          y = v128.load(p + k, 16);
        s0 = multiplyAdd(x, v128.load(q0 + k), s0);
        s1 = multiplyAdd(x, v128.load(q1 + k), s1);
        s2 = multiplyAdd(x, v128.load(q2 + k), s2);
        s3 = multiplyAdd(x, v128.load(q3 + k), s3);
        t0 = multiplyAdd(y, v128.load(q0 + k, 16), t0);
        t1 = multiplyAdd(y, v128.load(q1 + k, 16), t1);
        t2 = multiplyAdd(y, v128.load(q2 + k, 16), t2);
        t3 = multiplyAdd(y, v128.load(q3 + k, 16), t3);
      }
      if (k < whole4) {
        const x = v128.load(p + k);
        s0 = multiplyAdd(x, v128.load(q0 + k), s0);
        s1 = multiplyAdd(x, v128.load(q1 + k), s1);
        s2 = multiplyAdd(x, v128.load(q2 + k), s2);
        s3 = multiplyAdd(x, v128.load(q3 + k), s3);
        k += 16;
      }
      let r0 = total(f32x4.add(s0, t0));
      let r1 = total(f32x4.add(s1, t1));
      let r2 = total(f32x4.add(s2, t2));
      let r3 = total(f32x4.add(s3, t3));
      for (; k < end; k += 4) {
        const x = load<f32>(p + k);
        r0 += x * load<f32>(q0 + k);
        r1 += x * load<f32>(q1 + k);
        r2 += x * load<f32>(q2 + k);
        r3 += x * load<f32>(q3 + k);
      }
      const at = c + stepI * i + stepJ * j;
      const from = bias ? bias + biasI * i + biasJ * j : 0;
      finish(at, r0, from, low);
      if (width > 1) finish(at + stepJ, r1, from ? from + biasJ : 0, low);
      if (width > 2) finish(at + 2 * stepJ, r2, from ? from + 2 * biasJ : 0, low);
      if (width > 3) finish(at + 3 * stepJ, r3, from ? from + 3 * biasJ : 0, low);
    }
  }
}

function finish(at: usize, sum: f32, bias: usize, low: f32): void {
  store<f32>(at, max<f32>(bias ? sum + load<f32>(bias) : sum, low));
}
