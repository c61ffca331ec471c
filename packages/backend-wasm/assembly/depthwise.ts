// Depthwise convolution and its gradients: filters [height, width, channels, multiplier], outputs [..., channels · multiplier]
// in the order of the channels.
import { bytes, multiplyAdd } from './simd';

@unmanaged
export class DepthwiseGeometry {
  batch: i32;
  inHeight: i32;
  inWidth: i32;
  channels: i32;
  multiplier: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  dilationHeight: i32;
  dilationWidth: i32;
  padTop: i32;
  padLeft: i32;
  outHeight: i32;
  outWidth: i32;
}

// The outputs `from` to `to` (not included) whose cell of the window lies in the image.
function from(offset: i32, stride: i32): i32 {
  return offset >= 0 ? 0 : (stride - 1 - offset) / stride;
}
function to(offset: i32, stride: i32, inSize: i32, outSize: i32): i32 {
  return offset >= inSize ? 0 : min(outSize, (inSize - 1 - offset) / stride + 1);
}

// y = max(low, convolution + bias); `bias` [channels · multiplier] may be 0 for none.
export function depthwise(
  g: DepthwiseGeometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  low: f32,
): void {
  const outputs = g.channels * g.multiplier;
  const cell = bytes(g.channels),
    row = cell * g.inWidth,
    tap = bytes(outputs);
  const whole = g.multiplier == 1 ? bytes(outputs & ~3) : 0;
  const floor = f32x4.splat(low);
  for (let b = 0; b < g.batch; b++) {
    for (let i = 0; i < g.outHeight; i++) {
      const top = i * g.strideHeight - g.padTop;
      const u0 = from(top, g.dilationHeight),
        u1 = to(top, g.dilationHeight, g.inHeight, g.filterHeight);
      for (let j = 0; j < g.outWidth; j++) {
        const left = j * g.strideWidth - g.padLeft;
        const v0 = from(left, g.dilationWidth),
          v1 = to(left, g.dilationWidth, g.inWidth, g.filterWidth);
        for (let o: usize = 0; o < whole; o += 16) {
          let sum = bias ? v128.load(bias + o) : f32x4.splat(0);
          for (let u = u0; u < u1; u++) {
            let p = x + row * (top + u * g.dilationHeight) + cell * (left + v0 * g.dilationWidth) + o;
            let q = filter + tap * (u * g.filterWidth + v0) + o;
            for (let v = v0; v < v1; v++) {
              sum = multiplyAdd(v128.load(p), v128.load(q), sum);
              p += cell * g.dilationWidth;
              q += tap;
            }
          }
          v128.store(y + o, f32x4.max(sum, floor));
        }
        for (let o = whole; o < tap; o += 4) {
          const channel = bytes(<i32>(o >> 2) / g.multiplier);
          let sum: f32 = bias ? load<f32>(bias + o) : 0;
          for (let u = u0; u < u1; u++) {
            for (let v = v0; v < v1; v++) {
              const p =
                x + row * (top + u * g.dilationHeight) + cell * (left + v * g.dilationWidth) + channel;
              sum += load<f32>(p) * load<f32>(filter + tap * (u * g.filterWidth + v) + o);
            }
          }
          store<f32>(y + o, max<f32>(sum, low));
        }
        y += tap;
      }
    }
    x += row * g.inHeight;
  }
}

// Sums over rows first, then over images, so that long sums stay exact.
export function depthwiseFilterGradient(g: DepthwiseGeometry, x: usize, dy: usize, dFilter: usize): void {
  const channels = g.channels,
    multiplier = g.multiplier,
    outputs = channels * multiplier;
  const cellX = bytes(channels),
    cellDy = bytes(outputs);
  memory.fill(dFilter, 0, bytes(g.filterHeight * g.filterWidth * outputs));
  for (let u = 0; u < g.filterHeight; u++) {
    const offsetY = u * g.dilationHeight - g.padTop;
    const i0 = from(offsetY, g.strideHeight),
      i1 = to(offsetY, g.strideHeight, g.inHeight, g.outHeight);
    for (let v = 0; v < g.filterWidth; v++) {
      const offsetX = v * g.dilationWidth - g.padLeft;
      const j0 = from(offsetX, g.strideWidth),
        j1 = to(offsetX, g.strideWidth, g.inWidth, g.outWidth);
      const target = dFilter + bytes((u * g.filterWidth + v) * outputs);
      for (let b = 0; b < g.batch; b++) {
        const image = x + cellX * (b * g.inHeight * g.inWidth),
          gradient = dy + cellDy * (b * g.outHeight * g.outWidth);
        let o = 0;
        if (multiplier == 1) {
          for (; o + 4 <= outputs; o += 4) {
            let sum = f32x4.splat(0);
            for (let i = i0; i < i1; i++) {
              let p =
                image +
                cellX * ((i * g.strideHeight + offsetY) * g.inWidth + j0 * g.strideWidth + offsetX) +
                bytes(o);
              let q = gradient + cellDy * (i * g.outWidth + j0) + bytes(o);
              let rowSum = f32x4.splat(0);
              for (let j = j0; j < j1; j++) {
                rowSum = multiplyAdd(v128.load(p), v128.load(q), rowSum);
                p += cellX * g.strideWidth;
                q += cellDy;
              }
              sum = f32x4.add(sum, rowSum);
            }
            v128.store(target + bytes(o), f32x4.add(v128.load(target + bytes(o)), sum));
          }
        }
        for (; o < outputs; o++) {
          const channel = bytes(o / multiplier);
          let sum: f32 = 0;
          for (let i = i0; i < i1; i++) {
            let p =
              image +
              cellX * ((i * g.strideHeight + offsetY) * g.inWidth + j0 * g.strideWidth + offsetX) +
              channel;
            let q = gradient + cellDy * (i * g.outWidth + j0) + bytes(o);
            let rowSum: f32 = 0;
            for (let j = j0; j < j1; j++) {
              rowSum += load<f32>(p) * load<f32>(q);
              p += cellX * g.strideWidth;
              q += cellDy;
            }
            sum += rowSum;
          }
          store<f32>(target + bytes(o), load<f32>(target + bytes(o)) + sum);
        }
      }
    }
  }
}

export function depthwiseInputGradient(g: DepthwiseGeometry, dy: usize, filter: usize, dx: usize): void {
  const channels = g.channels,
    multiplier = g.multiplier,
    outputs = channels * multiplier;
  const cellX = bytes(channels),
    cellDy = bytes(outputs);
  memory.fill(dx, 0, cellX * (g.batch * g.inHeight * g.inWidth));
  for (let b = 0; b < g.batch; b++) {
    const image = dx + cellX * (b * g.inHeight * g.inWidth),
      gradient = dy + cellDy * (b * g.outHeight * g.outWidth);
    for (let u = 0; u < g.filterHeight; u++) {
      const offsetY = u * g.dilationHeight - g.padTop;
      const i0 = from(offsetY, g.strideHeight),
        i1 = to(offsetY, g.strideHeight, g.inHeight, g.outHeight);
      for (let i = i0; i < i1; i++) {
        for (let v = 0; v < g.filterWidth; v++) {
          const offsetX = v * g.dilationWidth - g.padLeft;
          const j0 = from(offsetX, g.strideWidth),
            j1 = to(offsetX, g.strideWidth, g.inWidth, g.outWidth);
          const weights = filter + bytes((u * g.filterWidth + v) * outputs);
          for (let j = j0; j < j1; j++) {
            const p =
              image + cellX * ((i * g.strideHeight + offsetY) * g.inWidth + j * g.strideWidth + offsetX);
            const q = gradient + cellDy * (i * g.outWidth + j);
            addProducts(p, q, weights, channels, multiplier);
          }
        }
      }
    }
  }
}

// p[c] += Σ_m q[c, m] · weights[c, m]
function addProducts(p: usize, q: usize, weights: usize, channels: i32, multiplier: i32): void {
  let c = 0;
  if (multiplier == 1) {
    for (; c + 4 <= channels; c += 4) {
      const at = bytes(c);
      v128.store(p + at, multiplyAdd(v128.load(q + at), v128.load(weights + at), v128.load(p + at)));
    }
  }
  for (; c < channels; c++) {
    let sum = load<f32>(p + bytes(c));
    for (let m = 0; m < multiplier; m++)
      sum += load<f32>(q + bytes(c * multiplier + m)) * load<f32>(weights + bytes(c * multiplier + m));
    store<f32>(p + bytes(c), sum);
  }
}
