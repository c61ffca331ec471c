import { bytes } from './simd';

// c [rows, columns] = op(a) · op(b) of 32-bit integers; rare, so it is plain. Arguments as in `gemm`.
export function gemmInt(
  transposeA: bool,
  transposeB: bool,
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  rowA: i32,
  b: usize,
  rowB: i32,
  c: usize,
  rowC: i32,
): void {
  const stepA = transposeA ? bytes(rowA) : 4,
    nextA = transposeA ? 4 : bytes(rowA);
  const stepB = transposeB ? 4 : bytes(rowB),
    nextB = transposeB ? bytes(rowB) : 4;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0,
        p = a + nextA * i,
        q = b + nextB * j;
      for (let k = 0; k < depth; k++) {
        sum += load<i32>(p) * load<i32>(q);
        p += stepA;
        q += stepB;
      }
      store<i32>(c + bytes(rowC * i + j), sum);
    }
  }
}
