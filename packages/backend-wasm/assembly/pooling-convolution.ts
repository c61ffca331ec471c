// A convolution whose result goes nowhere but into a max pooling, and both gradients from there: a few images at a time,
// so that what lies between stays in the cache. The pooling's geometry has one slice, the images of the convolution's
// result; its windows have 256 cells at most.
import { convolution, convolutionScratch } from './convolution';
import { filterBytes, filterGradientParts, filterGradientScratch, sumImages } from './filter-gradient';
import { add } from './general-copies';
import { inputGradient, inputGradientScratch } from './input-gradient';
import { maxPoolPlaces, maxPoolPlacesGradient } from './max-pooling';
import { PoolGeometry } from './pool-windows';
import { bytes } from './simd';
import { ConvolutionGeometry } from './windows';

// Bytes of the result of the convolution that are in use at a time, at least one image.
const TOGETHER: usize = 512 * 1024;

function between(g: ConvolutionGeometry): usize {
  return bytes(g.outHeight * g.outWidth * g.outChannels);
}
function imagesTogether(g: ConvolutionGeometry): i32 {
  return max(1, <i32>(TOGETHER / between(g)));
}
// The end of the images in the cache; tiles read a little past it.
function behind(g: ConvolutionGeometry, scratch: usize): usize {
  return scratch + between(g) * imagesTogether(g) + 32;
}

export function poolingConvolutionScratch(g: ConvolutionGeometry): usize {
  return behind(g, 0) + convolutionScratch(g);
}

// y = max pooling of max(low, x * filter + bias), and the places of its values, for the images `first` to `last` (not
// included).
export function poolingConvolution(
  g: ConvolutionGeometry,
  pool: PoolGeometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  places: usize,
  low: f32,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  const rest = behind(g, scratch);
  for (let b = first; b < last; b += imagesTogether(g)) {
    const end = min(last, b + imagesTogether(g));
    // Where the whole result would begin if it were there.
    const result = scratch - between(g) * b;
    convolution(g, x, filter, bias, result, low, rest, b, end);
    maxPoolPlaces(pool, result, y, places, b, end);
  }
}

export function poolingGradientsScratch(g: ConvolutionGeometry): usize {
  return behind(g, 0) + filterBytes(g) + max(inputGradientScratch(g), filterGradientScratch(g));
}

// The gradients of the filter, as `filterGradient` has them in parts `first` to `last` (not included), and of the input
// for the same images unless `dx` is 0. With `y`, not 0, the convolution had a relu.
export function poolingGradients(
  g: ConvolutionGeometry,
  pool: PoolGeometry,
  x: usize,
  filter: usize,
  dy: usize,
  places: usize,
  y: usize,
  dx: usize,
  sums: usize,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  const parts = filterGradientParts(g);
  const one = behind(g, scratch);
  const rest = one + filterBytes(g);
  for (let part = first; part < last; part++) {
    const from = (g.batch * part) / parts,
      to = (g.batch * (part + 1)) / parts;
    const sum = sums + filterBytes(g) * part;
    for (let b = from; b < to; b += imagesTogether(g)) {
      const end = min(to, b + imagesTogether(g));
      const gradient = scratch - between(g) * b;
      maxPoolPlacesGradient(pool, dy, places, y, gradient, b, end);
      if (dx) inputGradient(g, gradient, filter, dx, rest, b, end);
      sumImages(g, x, gradient, b == from ? sum : one, rest, b, end);
      if (b > from) add(one, sum, <i32>(filterBytes(g) >> 2));
    }
  }
}
