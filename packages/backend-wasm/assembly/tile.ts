// What a tile of a product reads and writes: c = max(low, init + a · b). Strides are in bytes. scripts/tiles.mjs has the
// formula and the code. A thread has one of these and fills it in again for each product; `runTile` leaves it as it is.
@unmanaged
export class Tile {
  // The left operand: where it starts, and from one row of the tile, step of the sum and segment of the sum to the next.
  a: usize;
  rowA: usize;
  stepA: usize;
  segmentA: usize;
  // The right operand: four or eight floats for each step, or twice eight, `panelB` apart.
  b: usize;
  stepB: usize;
  segmentB: usize;
  panelB: usize;
  // Steps in a segment, and segments.
  length: i32;
  segments: i32;
  // The result, and what its sums start from.
  c: usize;
  rowC: usize;
  init: usize;
  rowInit: usize;
  low: f32;
  // From one tile to the next.
  nextA: usize;
  nextB: usize;
  nextC: usize;
  nextInit: usize;
}
