// Sizes and places of a scaled dot product attention. Queries, keys, values and results are [batch, time, heads, size],
// each or as parts of wider rows: a stride is the floats from one time step to the next, and a batch is as long as its
// time steps.
@unmanaged
export class AttentionGeometry {
  batch: i32;
  heads: i32;
  queries: i32; // time steps
  keys: i32;
  size: i32; // of a query and of a key
  valueSize: i32;
  rowQuery: i32;
  rowKey: i32;
  rowValue: i32;
  rowResult: i32;
  causal: i32; // 1: a query sees no key later than itself
  maskBatch: i32; // bytes from one mask to the next: of a batch, of a head, of a query; 0 where they share it
  maskHead: i32;
  maskQuery: i32;
}

// Queries that are computed together; in a causal attention, keys later than all of them are left out.
export const BLOCK: i32 = 32;

// How many keys a query before `end` can see.
export function visibleKeys(g: AttentionGeometry, end: i32): i32 {
  return g.causal ? min(g.keys, end) : g.keys;
}

// Where a unit's part of queries, keys, values or results begins; units count heads and then batches.
export function partOf(g: AttentionGeometry, base: usize, unit: i32, steps: i32, row: i32, size: i32): usize {
  const batch = unit / g.heads;
  return base + ((<usize>(batch * steps * row + (unit - batch * g.heads) * size)) << 2);
}

// The mask of a unit; 0 is none.
export function maskOf(g: AttentionGeometry, mask: usize, unit: i32): usize {
  const batch = unit / g.heads;
  return mask ? mask + batch * g.maskBatch + (unit - batch * g.heads) * g.maskHead : 0;
}
