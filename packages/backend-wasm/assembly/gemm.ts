import { dots } from './dots';
import { packColumns, packRows } from './pack';
import { product, TILE_ROWS } from './product';
import { bytes } from './simd';
import { BLOCK_COLUMNS, BLOCK_ROWS, DEPTH, packedA, packedB, zeros } from './workspace';

// c [rows, columns] = max(low, op(a) · op(b) + bias), where op transposes or not.
//
// `rowA`, `rowB` and `rowC` are the floats from one stored row to the next. `bias` [columns] may be 0 for none; `low` is
// 0 for a relu and -Infinity for none.
export function gemm(
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
  bias: usize,
  low: f32,
): void {
  if (depth == 0) {
    emptySum(rows, columns, c, bytes(rowC), bias, low);
    return;
  }
  const strideA = bytes(rowA),
    strideB = bytes(rowB),
    strideC = bytes(rowC);
  if (!transposeA && thin(transposeB, rows, columns, depth, a, strideA, b, strideB, c, strideC, bias, low))
    return;

  const inPlaceB = !transposeB && (rows <= 2 * TILE_ROWS || rowB <= 64);
  const inPlaceA = !transposeA || columns <= 16 || depth <= 16 || rowA <= 64;
  const tileRow: usize = transposeA ? 4 : strideA;
  const tileStep: usize = !inPlaceA ? bytes(TILE_ROWS) : transposeA ? strideA : 4;

  for (let j0 = 0; j0 < columns; j0 += BLOCK_COLUMNS) {
    const width = min(BLOCK_COLUMNS, columns - j0);
    for (let k0 = 0; k0 < depth; k0 += DEPTH) {
      const deep = min(DEPTH, depth - k0);
      const floor: f32 = k0 + deep < depth ? -Infinity : low;
      const blockB = b + (transposeB ? strideB * j0 + bytes(k0) : strideB * k0 + bytes(j0));
      if (!inPlaceB) packColumns(blockB, strideB, transposeB, deep, width, packedB);
      for (let i0 = 0; i0 < rows; i0 += BLOCK_ROWS) {
        const height = min(BLOCK_ROWS, rows - i0);
        const blockA = a + (transposeA ? strideA * k0 + bytes(i0) : strideA * i0 + bytes(k0));
        if (!inPlaceA) packRows(blockA, strideA, deep, height, packedA);
        // Packed panels of the left operand are not one row stride apart, so each is a call of its own.
        const strip = inPlaceA ? height : TILE_ROWS;
        for (let j = 0; j < width; j += 8) {
          const stripB = inPlaceB ? blockB + bytes(j) : packedB + bytes(j * deep);
          const stepB: usize = inPlaceB ? strideB : 32;
          for (let i = 0; i < height; i += strip) {
            const stripA = inPlaceA ? blockA + tileRow * i : packedA + bytes(i * deep);
            const target = c + strideC * (i0 + i) + bytes(j0 + j);
            const first = k0 == 0;
            const init = first ? (bias ? bias + bytes(j0 + j) : zeros) : target;
            product(
              min(strip, height - i),
              min(8, width - j),
              stripA,
              tileRow,
              tileStep,
              0,
              stripB,
              stepB,
              0,
              deep,
              1,
              target,
              strideC,
              init,
              first ? 0 : strideC,
              floor,
            );
          }
        }
      }
    }
  }
}

// Three rows or columns at most: a tile would compute mostly what nobody wants.
function thin(
  transposeB: bool,
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  strideA: usize,
  b: usize,
  strideB: usize,
  c: usize,
  strideC: usize,
  bias: usize,
  low: f32,
): bool {
  if (!transposeB) {
    if (columns > 3 || depth * columns > DEPTH * BLOCK_COLUMNS) return false;
    for (let k = 0; k < depth; k++) {
      for (let j = 0; j < columns; j++)
        store<f32>(packedB + bytes(j * depth + k), load<f32>(b + strideB * k + bytes(j)));
    }
    b = packedB;
    strideB = bytes(depth);
  }
  if (columns > 3 && rows > 3) return false;
  if (columns > rows) dots(rows, columns, depth, a, strideA, b, strideB, c, strideC, 4, bias, 0, 4, low);
  else dots(columns, rows, depth, b, strideB, a, strideA, c, 4, strideC, bias, 4, 0, low);
  return true;
}

function emptySum(rows: i32, columns: i32, c: usize, strideC: usize, bias: usize, low: f32): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++)
      store<f32>(c + bytes(j), max<f32>(bias ? load<f32>(bias + bytes(j)) : 0, low));
    c += strideC;
  }
}
