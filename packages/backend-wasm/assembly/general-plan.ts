// Convolutions in up to three dimensions, dilated or in groups, by way of plain two-dimensional ones. Every slice of the
// result is a convolution of as many slices of the input as the filter is deep, laid beside one another as channels; a
// dilated filter is a plain one on every dilation-th row and column; a group is a convolution of its own. The images that
// this takes are copied, a few at a time.
import { convolutionScratch } from './convolution';
import { filterGradientScratch } from './filter-gradient';
import { inputGradientScratch } from './input-gradient';
import { bytes } from './simd';
import { ConvolutionGeometry } from './windows';
import { general } from './workspace';

// [batch, depth, height, width, channels]; filters [depth, height, width, channels / groups, outChannels]. An axis with a
// dilation has the stride 1.
@unmanaged
export class GeneralGeometry {
  batch: i32;
  inDepth: i32;
  inHeight: i32;
  inWidth: i32;
  inChannels: i32;
  filterDepth: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideDepth: i32;
  strideHeight: i32;
  strideWidth: i32;
  dilationDepth: i32;
  dilationHeight: i32;
  dilationWidth: i32;
  padFront: i32;
  padTop: i32;
  padLeft: i32;
  outDepth: i32;
  outHeight: i32;
  outWidth: i32;
  outChannels: i32;
  groups: i32;
}

// Floats of the images that are copied together.
const TOGETHER: i32 = 128 * 1024;

@unmanaged
export class General {
  // The plain convolution, of `count` images at most.
  plain: ConvolutionGeometry;
  count: i32;
  // Plain images of one image and group.
  images: i32;
  // Bytes of a plain image, its result and the filter of a group.
  sizeX: usize;
  sizeY: usize;
  sizeFilter: usize;
  // Scratch memory: copies of images and results, the filters of all groups in the plain order, a sum, and the rest.
  x: usize;
  y: usize;
  filters: usize;
  sum: usize;
  rest: usize;
}

// Lays out the scratch memory; returns its end.
export function planGeneral(g: GeneralGeometry, scratch: usize): usize {
  const p = general;
  const plain = p.plain;
  plain.inChannels = (g.inChannels / g.groups) * g.filterDepth;
  plain.outChannels = g.outChannels / g.groups;
  plain.filterHeight = g.filterHeight;
  plain.filterWidth = g.filterWidth;
  plain.strideHeight = g.strideHeight;
  plain.strideWidth = g.strideWidth;
  const dilatedHeight = g.dilationHeight > 1,
    dilatedWidth = g.dilationWidth > 1;
  plain.outHeight = (g.outHeight + g.dilationHeight - 1) / g.dilationHeight;
  plain.outWidth = (g.outWidth + g.dilationWidth - 1) / g.dilationWidth;
  plain.inHeight = dilatedHeight ? plain.outHeight + g.filterHeight - 1 : g.inHeight;
  plain.inWidth = dilatedWidth ? plain.outWidth + g.filterWidth - 1 : g.inWidth;
  plain.padTop = dilatedHeight ? 0 : g.padTop;
  plain.padLeft = dilatedWidth ? 0 : g.padLeft;
  p.sizeX = bytes(plain.inHeight * plain.inWidth * plain.inChannels);
  p.sizeY = bytes(plain.outHeight * plain.outWidth * plain.outChannels);
  p.sizeFilter = bytes(g.filterHeight * g.filterWidth * plain.inChannels * plain.outChannels);
  p.images = g.outDepth * g.dilationHeight * g.dilationWidth;
  p.count = max(1, min(g.batch * p.images, bytes(TOGETHER) / (p.sizeX + p.sizeY)));
  plain.batch = p.count;

  p.x = scratch;
  // Tiles read a little past the end.
  p.y = p.x + p.sizeX * p.count + 32;
  p.filters = p.y + p.sizeY * p.count + 32;
  p.sum = p.filters + p.sizeFilter * g.groups + 32;
  p.rest = p.sum + p.sizeFilter;
  const rest = max(convolutionScratch(plain), max(inputGradientScratch(plain), filterGradientScratch(plain)));
  return p.rest + rest;
}
