import { DepthwiseGeometry, from, outputsOf, to, vectorsOf } from './depthwise';
import { storeLanes } from './partial';
import { addParts } from './parts';
import { bytes, multiplyAdd } from './simd';

// Fixed parts of the images, as for other convolutions: their sums, and then the sum of those.
const MOST_PARTS: i32 = 8;

export function depthwiseFilterGradientParts(g: DepthwiseGeometry): i32 {
  return min(g.batch, MOST_PARTS);
}

function filterBytes(g: DepthwiseGeometry): usize {
  return bytes(g.filterHeight * g.filterWidth * outputsOf(g));
}

export function depthwiseFilterGradientSums(g: DepthwiseGeometry): usize {
  return filterBytes(g) * depthwiseFilterGradientParts(g);
}

export function depthwiseFilterGradient(
  g: DepthwiseGeometry,
  x: usize,
  dy: usize,
  sums: usize,
  first: i32,
  last: i32,
): void {
  const parts = depthwiseFilterGradientParts(g);
  for (let part = first; part < last; part++) {
    const end = (g.batch * (part + 1)) / parts;
    const sum = sums + filterBytes(g) * part;
    memory.fill(sum, 0, filterBytes(g));
    for (let b = (g.batch * part) / parts; b < end; b++) addImage(g, x, dy, sum, b);
  }
}

export function depthwiseFilterGradientSum(g: DepthwiseGeometry, sums: usize, dFilter: usize): void {
  addParts(depthwiseFilterGradientParts(g), <i32>(filterBytes(g) >> 2), sums, dFilter);
}

function addImage(g: DepthwiseGeometry, x: usize, dy: usize, sums: usize, image: i32): void {
  const cellX = bytes(g.channels),
    cellDy = bytes(outputsOf(g));
  x += cellX * (image * g.inHeight * g.inWidth);
  dy += cellDy * (image * g.outHeight * g.outWidth);
  for (let u = 0; u < g.filterHeight; u++) {
    const offsetY = u * g.dilationHeight - g.padTop;
    const i0 = from(offsetY, g.strideHeight),
      i1 = to(offsetY, g.strideHeight, g.inHeight, g.outHeight);
    for (let v = 0; v < g.filterWidth; v++) {
      const offsetX = v * g.dilationWidth - g.padLeft;
      const j0 = from(offsetX, g.strideWidth),
        j1 = to(offsetX, g.strideWidth, g.inWidth, g.outWidth);
      // A row of the image at a time, so that it is near for all taps and long sums stay exact.
      for (let i = i0; i < i1; i++) {
        const p = x + cellX * ((i * g.strideHeight + offsetY) * g.inWidth + j0 * g.strideWidth + offsetX);
        const q = dy + cellDy * (i * g.outWidth + j0);
        addRow(g, p, q, j1 - j0, sums + cellDy * (u * g.filterWidth + v));
      }
    }
  }
}

// to[c, m] += Σ_j p[j · stride, c] · q[j, c, m]
function addRow(g: DepthwiseGeometry, p: usize, q: usize, count: i32, to: usize): void {
  const stepP = bytes(g.channels * g.strideWidth),
    stepQ = bytes(outputsOf(g));
  const vectors = vectorsOf(g);
  let o: usize = 0;
  for (; o + 64 <= vectors; o += 64) {
    let s0 = f32x4.splat(0),
      s1 = s0,
      s2 = s0,
      s3 = s0;
    let r = p + o,
      s = q + o;
    for (let j = 0; j < count; j++) {
      s0 = multiplyAdd(v128.load(r), v128.load(s), s0);
      s1 = multiplyAdd(v128.load(r, 16), v128.load(s, 16), s1);
      s2 = multiplyAdd(v128.load(r, 32), v128.load(s, 32), s2);
      s3 = multiplyAdd(v128.load(r, 48), v128.load(s, 48), s3);
      r += stepP;
      s += stepQ;
    }
    const at = to + o;
    v128.store(at, f32x4.add(v128.load(at), s0));
    v128.store(at, f32x4.add(v128.load(at, 16), s1), 16);
    v128.store(at, f32x4.add(v128.load(at, 32), s2), 32);
    v128.store(at, f32x4.add(v128.load(at, 48), s3), 48);
  }
  for (; o < vectors; o += 16) {
    let sum = f32x4.splat(0);
    let r = p + o,
      s = q + o;
    for (let j = 0; j < count; j++) {
      sum = multiplyAdd(v128.load(r), v128.load(s), sum);
      r += stepP;
      s += stepQ;
    }
    storeLanes(to + o, f32x4.add(v128.load(to + o), sum), g.channels - <i32>(o >> 2));
  }
  for (; o < stepQ; o += 4) {
    let sum: f32 = 0;
    let r = p + bytes(<i32>(o >> 2) / g.multiplier),
      s = q + o;
    for (let j = 0; j < count; j++) {
      sum += load<f32>(r) * load<f32>(s);
      r += stepP;
      s += stepQ;
    }
    store<f32>(to + o, load<f32>(to + o) + sum);
  }
}

// dx for the images `first` to `last` (not included).
export function depthwiseInputGradient(
  g: DepthwiseGeometry,
  dy: usize,
  filter: usize,
  dx: usize,
  first: i32,
  last: i32,
): void {
  const channels = g.channels,
    multiplier = g.multiplier,
    outputs = outputsOf(g);
  const cellX = bytes(channels),
    cellDy = bytes(outputs);
  const imageX = cellX * (g.inHeight * g.inWidth);
  memory.fill(dx + imageX * first, 0, imageX * (last - first));
  for (let b = first; b < last; b++) {
    const image = dx + imageX * b,
      gradient = dy + cellDy * (b * g.outHeight * g.outWidth);
    for (let i = 0; i < g.outHeight; i++) {
      const top = i * g.strideHeight - g.padTop;
      const u1 = to(top, g.dilationHeight, g.inHeight, g.filterHeight);
      for (let u = from(top, g.dilationHeight); u < u1; u++) {
        const row = image + cellX * ((top + u * g.dilationHeight) * g.inWidth);
        for (let v = 0; v < g.filterWidth; v++) {
          const offsetX = v * g.dilationWidth - g.padLeft;
          const j0 = from(offsetX, g.strideWidth),
            j1 = to(offsetX, g.strideWidth, g.inWidth, g.outWidth);
          const weights = filter + cellDy * (u * g.filterWidth + v);
          for (let j = j0; j < j1; j++) {
            const p = row + cellX * (j * g.strideWidth + offsetX);
            addProducts(p, gradient + cellDy * (i * g.outWidth + j), weights, channels, multiplier);
          }
        }
      }
    }
  }
}

// p[c] += Σ_m q[c, m] · weights[c, m]
function addProducts(p: usize, q: usize, weights: usize, channels: i32, multiplier: i32): void {
  if (multiplier == 1) {
    const end = bytes(channels & ~3);
    for (let c: usize = 0; c < end; c += 16) {
      v128.store(p + c, multiplyAdd(v128.load(q + c), v128.load(weights + c), v128.load(p + c)));
    }
    if (channels & 3) {
      const sum = multiplyAdd(v128.load(q + end), v128.load(weights + end), v128.load(p + end));
      storeLanes(p + end, sum, channels & 3);
    }
    return;
  }
  for (let c = 0; c < channels; c++) {
    let sum = load<f32>(p + bytes(c));
    for (let m = 0; m < multiplier; m++)
      sum += load<f32>(q + bytes(c * multiplier + m)) * load<f32>(weights + bytes(c * multiplier + m));
    store<f32>(p + bytes(c), sum);
  }
}
