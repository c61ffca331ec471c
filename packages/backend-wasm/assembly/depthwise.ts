// Depthwise convolution and its gradients: filters [height, width, channels, multiplier], outputs [..., channels · multiplier]
// in the order of the channels. With a multiplier of 1 lanes are channels, sixteen of them at a time.
import { storeLanes } from './partial';
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
export function from(offset: i32, stride: i32): i32 {
  return offset >= 0 ? 0 : (stride - 1 - offset) / stride;
}
export function to(offset: i32, stride: i32, inSize: i32, outSize: i32): i32 {
  return offset >= inSize ? 0 : min(outSize, (inSize - 1 - offset) / stride + 1);
}

// Outputs, and the bytes of the vectors that hold them where lanes are channels. The last vector may reach beyond: what
// is there is read, but not written.
export function outputsOf(g: DepthwiseGeometry): i32 {
  return g.channels * g.multiplier;
}
export function vectorsOf(g: DepthwiseGeometry): usize {
  return g.multiplier == 1 ? bytes((g.channels + 3) & ~3) : 0;
}

// y = max(low, convolution + bias) for the images `first` to `last` (not included); `bias` [channels · multiplier] may be
// 0 for none.
export function depthwise(
  g: DepthwiseGeometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  low: f32,
  first: i32,
  last: i32,
): void {
  const cell = bytes(g.channels),
    row = cell * g.inWidth,
    tap = bytes(outputsOf(g));
  const vectors = vectorsOf(g);
  const floor = f32x4.splat(low);
  x += row * (g.inHeight * first);
  y += tap * (g.outHeight * g.outWidth * first);
  for (let b = first; b < last; b++) {
    for (let i = 0; i < g.outHeight; i++) {
      const top = i * g.strideHeight - g.padTop;
      const u0 = from(top, g.dilationHeight),
        u1 = to(top, g.dilationHeight, g.inHeight, g.filterHeight);
      for (let j = 0; j < g.outWidth; j++) {
        const left = j * g.strideWidth - g.padLeft;
        const v0 = from(left, g.dilationWidth),
          v1 = to(left, g.dilationWidth, g.inWidth, g.filterWidth);
        const window = x + row * (top + u0 * g.dilationHeight) + cell * (left + v0 * g.dilationWidth);
        const taps = filter + tap * (u0 * g.filterWidth + v0);
        let o: usize = 0;
        for (; o + 64 <= vectors; o += 64) {
          let s0 = f32x4.splat(0),
            s1 = s0,
            s2 = s0,
            s3 = s0;
          if (bias) {
            s0 = v128.load(bias + o);
            s1 = v128.load(bias + o, 16);
            s2 = v128.load(bias + o, 32);
            s3 = v128.load(bias + o, 48);
          }
          for (let u = 0; u < u1 - u0; u++) {
            let p = window + row * (u * g.dilationHeight) + o,
              q = taps + tap * (u * g.filterWidth) + o;
            for (let v = v0; v < v1; v++) {
              s0 = multiplyAdd(v128.load(p), v128.load(q), s0);
              s1 = multiplyAdd(v128.load(p, 16), v128.load(q, 16), s1);
              s2 = multiplyAdd(v128.load(p, 32), v128.load(q, 32), s2);
              s3 = multiplyAdd(v128.load(p, 48), v128.load(q, 48), s3);
              p += cell * g.dilationWidth;
              q += tap;
            }
          }
          v128.store(y + o, f32x4.max(s0, floor));
          v128.store(y + o, f32x4.max(s1, floor), 16);
          v128.store(y + o, f32x4.max(s2, floor), 32);
          v128.store(y + o, f32x4.max(s3, floor), 48);
        }
        for (; o < vectors; o += 16) {
          let sum = bias ? v128.load(bias + o) : f32x4.splat(0);
          for (let u = 0; u < u1 - u0; u++) {
            let p = window + row * (u * g.dilationHeight) + o,
              q = taps + tap * (u * g.filterWidth) + o;
            for (let v = v0; v < v1; v++) {
              sum = multiplyAdd(v128.load(p), v128.load(q), sum);
              p += cell * g.dilationWidth;
              q += tap;
            }
          }
          storeLanes(y + o, f32x4.max(sum, floor), g.channels - <i32>(o >> 2));
        }
        for (; o < tap; o += 4) {
          const channel = bytes(<i32>(o >> 2) / g.multiplier);
          let sum: f32 = bias ? load<f32>(bias + o) : 0;
          for (let u = 0; u < u1 - u0; u++) {
            let p = window + row * (u * g.dilationHeight) + channel,
              q = taps + tap * (u * g.filterWidth) + o;
            for (let v = v0; v < v1; v++) {
              sum += load<f32>(p) * load<f32>(q);
              p += cell * g.dilationWidth;
              q += tap;
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
