// The gradients of attention: dP = dy vᵀ, dS = P (dP - Σ P dP), dq = scale · dS k, dk = scale · dSᵀ q, dv = Pᵀ dy.
import { gemm } from '../gemm';
import { loadLanes, storeLanes } from '../partial';
import { rowProduct } from '../rows/row';
import { bytes } from '../simd';
import { AttentionGeometry, BLOCK, maskOf, partOf, visibleKeys } from './geometry';

export function attentionGradientScratch(g: AttentionGeometry): i32 {
  return 4 * g.queries * g.keys;
}

// For the units from `first` up to `last`. The gradients lie as what they are for.
export function attentionGradient(
  g: AttentionGeometry,
  q: usize,
  k: usize,
  v: usize,
  mask: usize,
  scale: f32,
  probabilities: usize,
  dy: usize,
  first: i32,
  last: i32,
  dq: usize,
  dk: usize,
  dv: usize,
  scratch: usize,
): void {
  for (let unit = first; unit < last; unit++) {
    const at = bytes(unit * g.queries * g.keys);
    const upper = partOf(g, dy, unit, g.queries, g.rowResult, g.valueSize);
    const values = partOf(g, v, unit, g.keys, g.rowValue, g.valueSize);
    const keys = partOf(g, k, unit, g.keys, g.rowKey, g.size);
    const toQueries = partOf(g, dq, unit, g.queries, g.rowQuery, g.size);
    queryGradients(
      g,
      probabilities + at,
      upper,
      values,
      keys,
      maskOf(g, mask, unit),
      scale,
      toQueries,
      scratch,
    );

    const queries = partOf(g, q, unit, g.queries, g.rowQuery, g.size);
    const toKeys = partOf(g, dk, unit, g.keys, g.rowKey, g.size);
    const toValues = partOf(g, dv, unit, g.keys, g.rowValue, g.valueSize);
    for (let j = 0; j < g.keys; j += BLOCK) {
      const columns = min(BLOCK, g.keys - j);
      const from = g.causal && !mask ? min(j, g.queries) : 0; // earlier queries do not see these keys
      const depth = g.queries - from;
      const corner = bytes(from * g.keys + j);
      gemm(true, false, columns, g.size, depth, scratch + corner, g.keys, queries + bytes(from * g.rowQuery), g.rowQuery, toKeys + bytes(j * g.rowKey), g.rowKey, 0, -Infinity); // prettier-ignore
      gemm(true, false, columns, g.valueSize, depth, probabilities + at + corner, g.keys, upper + bytes(from * g.rowResult), g.rowResult, toValues + bytes(j * g.rowValue), g.rowValue, 0, -Infinity); // prettier-ignore
    }
  }
}

// dq, and scale · dS [queries, keys] in `slopes`
function queryGradients(
  g: AttentionGeometry,
  probabilities: usize,
  dy: usize,
  v: usize,
  k: usize,
  mask: usize,
  scale: f32,
  dq: usize,
  slopes: usize,
): void {
  for (let i = 0; i < g.queries; i += BLOCK) {
    const rows = min(BLOCK, g.queries - i);
    const seen = mask ? g.keys : visibleKeys(g, i + rows);
    const block = slopes + bytes(i * g.keys);
    gemm(false, true, rows, seen, g.valueSize, dy + bytes(i * g.rowResult), g.rowResult, v, g.rowValue, block, g.keys, 0, -Infinity); // prettier-ignore
    for (let r = 0; r < rows; r++) {
      const row = bytes(r * g.keys);
      slopesOf(probabilities + bytes(i * g.keys) + row, block + row, seen, scale);
      if (mask) {
        const visible = visibleKeys(g, i + r + 1);
        hideSlopes(block + row, visible, mask + (i + r) * g.maskQuery);
        memory.fill(block + row + bytes(visible), 0, bytes(g.keys - visible));
      } else memory.fill(block + row + bytes(seen), 0, bytes(g.keys - seen));
    }
    gemm(false, false, rows, g.size, seen, block, g.keys, k, g.rowKey, dq + bytes(i * g.rowQuery), g.rowQuery, 0, -Infinity); // prettier-ignore
  }
}

// slope = scale · P (slope - Σ P slope)
function slopesOf(probabilities: usize, slopes: usize, count: i32, scale: f32): void {
  const mean = f32x4.splat(<f32>rowProduct(probabilities, slopes, count));
  const scales = f32x4.splat(scale);
  const whole = bytes(count & ~3);
  for (let j: usize = 0; j < whole; j += 16) {
    const slope = f32x4.mul(v128.load(probabilities + j), f32x4.sub(v128.load(slopes + j), mean));
    v128.store(slopes + j, f32x4.mul(slope, scales));
  }
  const left = count & 3;
  if (left) {
    const difference = f32x4.sub(loadLanes(slopes + whole, left), mean);
    const slope = f32x4.mul(loadLanes(probabilities + whole, left), difference);
    storeLanes(slopes + whole, f32x4.mul(slope, scales), left);
  }
}

// Keys that are not seen have no slope, also where a query sees none and takes the mean of all values.
function hideSlopes(slopes: usize, count: i32, mask: usize): void {
  for (let j = 0; j < count; j++) if (!load<u8>(mask + j)) store<f32>(slopes + bytes(j), 0);
}
