// Copies between the arrays of a general convolution and the plain images that stand for them. The `index`-th plain
// image of a group belongs to a slice of the result and to one of the rows and columns that a dilated filter starts at.
import { bytes } from './simd';
import { General, GeneralGeometry } from './general-plan';

function copy(from: usize, to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(to + bytes(i), v128.load(from + bytes(i)));
  for (; i < count; i++) store<f32>(to + bytes(i), load<f32>(from + bytes(i)));
}

// `to` += `from`
export function add(from: usize, to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = to + bytes(i);
    v128.store(at, f32x4.add(v128.load(at), v128.load(from + bytes(i))));
  }
  for (; i < count; i++) {
    const at = to + bytes(i);
    store<f32>(at, load<f32>(at) + load<f32>(from + bytes(i)));
  }
}

// A plain image from x or, with `adding`, what it holds added to where it comes from.
export function copyImage(
  g: GeneralGeometry,
  p: General,
  x: usize,
  group: i32,
  index: i32,
  image: usize,
  adding: bool,
): void {
  const plain = p.plain;
  const columnPhase = index % g.dilationWidth,
    rowPhase = (index / g.dilationWidth) % g.dilationHeight,
    slice = index / (g.dilationWidth * g.dilationHeight);
  const batch = slice / g.outDepth,
    firstDepth = (slice % g.outDepth) * g.strideDepth - g.padFront;
  // Plain images without dilation keep their borders outside.
  const rowShift = g.dilationHeight > 1 ? rowPhase - g.padTop : 0,
    columnShift = g.dilationWidth > 1 ? columnPhase - g.padLeft : 0;
  const channels = g.inChannels / g.groups;
  for (let i = 0; i < plain.inHeight; i++) {
    const row = i * g.dilationHeight + rowShift;
    for (let j = 0; j < plain.inWidth; j++) {
      const column = j * g.dilationWidth + columnShift;
      const inside = <u32>row < <u32>g.inHeight && <u32>column < <u32>g.inWidth;
      for (let d = 0; d < g.filterDepth; d++) {
        const depth = firstDepth + d * g.dilationDepth;
        const cell = ((batch * g.inDepth + depth) * g.inHeight + row) * g.inWidth + column;
        const at = x + bytes(cell * g.inChannels + group * channels);
        if (inside && <u32>depth < <u32>g.inDepth) {
          if (adding) add(image, at, channels);
          else copy(at, image, channels);
        } else if (!adding) memory.fill(image, 0, bytes(channels));
        image += bytes(channels);
      }
    }
  }
}

// The result of a plain image from y or, with `back`, to it.
export function copyResult(
  g: GeneralGeometry,
  p: General,
  y: usize,
  group: i32,
  index: i32,
  result: usize,
  back: bool,
): void {
  const plain = p.plain;
  const columnPhase = index % g.dilationWidth,
    rowPhase = (index / g.dilationWidth) % g.dilationHeight,
    slice = index / (g.dilationWidth * g.dilationHeight);
  const filters = plain.outChannels;
  for (let i = 0; i < plain.outHeight; i++) {
    const row = i * g.dilationHeight + rowPhase;
    for (let j = 0; j < plain.outWidth; j++) {
      const column = j * g.dilationWidth + columnPhase;
      const cell = (slice * g.outHeight + row) * g.outWidth + column;
      const at = y + bytes(cell * g.outChannels + group * filters);
      if (row < g.outHeight && column < g.outWidth) {
        if (back) copy(result, at, filters);
        else copy(at, result, filters);
      } else if (!back) memory.fill(result, 0, bytes(filters));
      result += bytes(filters);
    }
  }
}

// Filters [depth, height, width, channels, groups · filters] to [groups, height, width, depth · channels, filters], the
// plain filters of all groups, or back.
export function copyFilters(
  g: GeneralGeometry,
  p: General,
  filter: usize,
  plainFilters: usize,
  back: bool,
): void {
  const channels = g.inChannels / g.groups,
    filters = p.plain.outChannels;
  const taps = g.filterHeight * g.filterWidth;
  for (let group = 0; group < g.groups; group++) {
    for (let tap = 0; tap < taps; tap++) {
      for (let d = 0; d < g.filterDepth; d++) {
        for (let c = 0; c < channels; c++) {
          const row = (d * taps + tap) * channels + c;
          const at = filter + bytes(row * g.outChannels + group * filters);
          if (back) copy(plainFilters, at, filters);
          else copy(at, plainFilters, filters);
          plainFilters += bytes(filters);
        }
      }
    }
  }
}
