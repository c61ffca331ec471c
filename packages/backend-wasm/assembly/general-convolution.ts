import { convolution } from './convolution';
import { filterGradientParts, sumImages } from './filter-gradient';
import { add, copyFilters, copyImage, copyResult } from './general-copies';
import { GeneralGeometry, planGeneral } from './general-plan';
import { inputGradient } from './input-gradient';
import { addParts } from './parts';
import { bytes } from './simd';
import { general } from './workspace';

// Bytes that a thread needs for any of the three products.
export function generalScratch(g: GeneralGeometry): usize {
  return planGeneral(g, 0);
}

// y = max(low, x * filter + bias) for the images `first` to `last` (not included); `bias` [outChannels] may be 0 for none.
export function generalConvolution(
  g: GeneralGeometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  low: f32,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  planGeneral(g, scratch);
  const p = general;
  copyFilters(g, p, filter, p.filters, false);
  const end = last * p.images;
  for (let group = 0; group < g.groups; group++) {
    const shift = bias ? bias + bytes(group * p.plain.outChannels) : 0;
    for (let n = first * p.images; n < end; n += p.count) {
      const count = min(p.count, end - n);
      for (let i = 0; i < count; i++) copyImage(g, p, x, group, n + i, p.x + p.sizeX * i, false);
      convolution(p.plain, p.x, p.filters + p.sizeFilter * group, shift, p.y, low, p.rest, 0, count);
      for (let i = 0; i < count; i++) copyResult(g, p, y, group, n + i, p.y + p.sizeY * i, true);
    }
  }
}

// dx for the images `first` to `last` (not included).
export function generalInputGradient(
  g: GeneralGeometry,
  dy: usize,
  filter: usize,
  dx: usize,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  planGeneral(g, scratch);
  const p = general;
  copyFilters(g, p, filter, p.filters, false);
  const size = bytes(g.inDepth * g.inHeight * g.inWidth * g.inChannels);
  memory.fill(dx + size * first, 0, size * (last - first));
  const end = last * p.images;
  for (let group = 0; group < g.groups; group++) {
    for (let n = first * p.images; n < end; n += p.count) {
      const count = min(p.count, end - n);
      for (let i = 0; i < count; i++) copyResult(g, p, dy, group, n + i, p.y + p.sizeY * i, false);
      inputGradient(p.plain, p.y, p.filters + p.sizeFilter * group, p.x, p.rest, 0, count);
      for (let i = 0; i < count; i++) copyImage(g, p, dx, group, n + i, p.x + p.sizeX * i, true);
    }
  }
}

// As for plain convolutions: fixed parts of the images, the sums of all of them, and then their sum.
export function generalFilterGradientParts(g: GeneralGeometry): i32 {
  planGeneral(g, 0);
  const plain = general.plain;
  plain.batch = g.batch * general.images;
  return min(g.batch, filterGradientParts(plain));
}

export function generalFilterGradientSums(g: GeneralGeometry): usize {
  const parts = generalFilterGradientParts(g);
  return general.sizeFilter * (g.groups * parts);
}

export function generalFilterGradient(
  g: GeneralGeometry,
  x: usize,
  dy: usize,
  sums: usize,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  const parts = generalFilterGradientParts(g);
  planGeneral(g, scratch);
  const p = general;
  for (let part = first; part < last; part++) {
    const from = ((g.batch * part) / parts) * p.images,
      end = ((g.batch * (part + 1)) / parts) * p.images;
    for (let group = 0; group < g.groups; group++) {
      const sum = sums + p.sizeFilter * (part * g.groups + group);
      for (let n = from; n < end; n += p.count) {
        const count = min(p.count, end - n);
        for (let i = 0; i < count; i++) {
          copyImage(g, p, x, group, n + i, p.x + p.sizeX * i, false);
          copyResult(g, p, dy, group, n + i, p.y + p.sizeY * i, false);
        }
        sumImages(p.plain, p.x, p.y, n == from ? sum : p.sum, p.rest, 0, count);
        if (n > from) add(p.sum, sum, <i32>(p.sizeFilter >> 2));
      }
    }
  }
}

export function generalFilterGradientSum(g: GeneralGeometry, sums: usize, dFilter: usize): void {
  const parts = generalFilterGradientParts(g);
  const size = <i32>(general.sizeFilter >> 2) * g.groups;
  addParts(parts, size, sums, sums);
  copyFilters(g, general, dFilter, sums, true);
}
