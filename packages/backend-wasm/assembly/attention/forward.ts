// y = softmax(scale · q kᵀ) v for each batch and head.
import { gemm } from '../gemm';
import { loadLanes, storeLanes } from '../partial';
import { bytes } from '../simd';
import { AttentionGeometry, BLOCK, maskOf, partOf, visibleKeys } from './geometry';
import { probabilitiesOf } from './probabilities';

export function attentionScratch(g: AttentionGeometry): i32 {
  return 4 * BLOCK * g.size;
}

// For the units (heads of batches) from `first` up to `last`. `mask` is 0 for none, or has a byte for each key, 0 for
// those that must not be seen. `probabilities` [batch, heads, queries, keys] is kept for the gradient.
export function attention(
  g: AttentionGeometry,
  q: usize,
  k: usize,
  v: usize,
  mask: usize,
  scale: f32,
  first: i32,
  last: i32,
  probabilities: usize,
  y: usize,
  scratch: usize,
): void {
  for (let unit = first; unit < last; unit++) {
    const queries = partOf(g, q, unit, g.queries, g.rowQuery, g.size);
    const keys = partOf(g, k, unit, g.keys, g.rowKey, g.size);
    const values = partOf(g, v, unit, g.keys, g.rowValue, g.valueSize);
    const results = partOf(g, y, unit, g.queries, g.rowResult, g.valueSize);
    const scores = probabilities + bytes(unit * g.queries * g.keys);
    const hidden = maskOf(g, mask, unit);
    for (let i = 0; i < g.queries; i += BLOCK) {
      const rows = min(BLOCK, g.queries - i);
      const block = scores + bytes(i * g.keys);
      const target = results + bytes(i * g.rowResult);
      scaleQueries(queries + bytes(i * g.rowQuery), rows, g.size, g.rowQuery, scale, scratch);
      const seen = visibleKeys(g, i + rows);
      gemm(false, true, rows, seen, g.size, scratch, g.size, keys, g.rowKey, block, g.keys, 0, -Infinity);
      for (let r = 0; r < rows; r++) {
        const maskRow = hidden ? hidden + (i + r) * g.maskQuery : 0;
        probabilitiesOf(block + bytes(r * g.keys), visibleKeys(g, i + r + 1), g.keys, maskRow);
      }
      // A query that sees nothing takes the mean of all values, so that all of them count.
      const depth = hidden ? g.keys : seen;
      gemm(false, false, rows, g.valueSize, depth, block, g.keys, values, g.rowValue, target, g.rowResult, 0, -Infinity); // prettier-ignore
    }
  }
}

function scaleQueries(q: usize, rows: i32, size: i32, stride: i32, scale: f32, y: usize): void {
  const scales = f32x4.splat(scale);
  const whole = bytes(size & ~3);
  const left = size & 3;
  for (let r = 0; r < rows; r++) {
    for (let j: usize = 0; j < whole; j += 16) v128.store(y + j, f32x4.mul(v128.load(q + j), scales));
    if (left) storeLanes(y + whole, f32x4.mul(loadLanes(q + whole, left), scales), left);
    q += bytes(stride);
    y += bytes(size);
  }
}
