import { ArgumentError } from '@myelin/core';
import {
  type Tensor,
  gather,
  pad as tfPad,
  round,
  scalar,
  slice,
  tensor1d,
  tensor2d,
} from '@tensorflow/tfjs-core';
import { cast } from '../cast.js';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { einsum } from '../einsum.js';
import { type Interpolation, area, bicubic, bilinear, nearestPlaces } from './internal/interpolation.js';
import { type ImageOptions, onImages } from './internal/on-images.js';
import {
  type ResamplingKernel,
  keysCubic,
  lanczos,
  resamplingWeights,
  triangle,
} from './internal/resampling.js';

export interface ResizeOptions extends ImageOptions {
  /** Height and width of the result. */
  readonly size: readonly [number, number];
  /** How pixels are made from those around them. @defaultValue 'bilinear' */
  readonly interpolation?: 'bilinear' | 'nearest' | 'lanczos3' | 'lanczos5' | 'bicubic' | 'area';
  /** Whether shrinking takes all pixels into account; no matter for `nearest` and `area`. @defaultValue false */
  readonly antialias?: boolean;
  /** Whether to keep the proportions and cut off what does not fit. @defaultValue false */
  readonly cropToAspectRatio?: boolean;
  /** Whether to keep the proportions and fill what is left over. @defaultValue false */
  readonly padToAspectRatio?: boolean;
  /** How that is filled. @defaultValue 'constant' */
  readonly fillMode?: 'constant';
  /** What is filled in. @defaultValue 0 */
  readonly fillValue?: number;
}

/**
 * Images in another size: `y = Rᵀ · x · C` for each channel, where the columns of `R` and `C` hold the weights of the
 * interpolation along each axis.
 *
 * Numbers are those of TensorFlow, also where others differ (`bicubic`). Whole numbers are rounded.
 *
 * `[batch, height, width, channels]` → `[batch, newHeight, newWidth, channels]`; or one image without the batch.
 *
 * @example
 * ```ts
 * resize(tensor([[[1], [3]]]), { size: [1, 4] }); // [[[1], [1.5], [2.5], [3]]]
 * ```
 * @throws ShapeError when there are neither three axes nor four.
 * @throws ArgumentError for sizes that are not positive, and for both proportions at once.
 * @see Keras `keras.ops.image.resize`
 */
export const resize: OptionOp<ResizeOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Resize',
  module: 'image',
  options: [
    'size',
    'interpolation',
    'antialias',
    'cropToAspectRatio',
    'padToAspectRatio',
    'fillMode',
    'fillValue',
    'dataFormat',
  ],
  call(images: Tensor, options: ResizeOptions) {
    check(options);
    return onImages('resize', images, options, (batch) => interpolated(fitted(batch, options), options));
  },
});

function check({ size, cropToAspectRatio = false, padToAspectRatio = false }: ResizeOptions): void {
  if (!size.every((length) => length > 0)) {
    throw new ArgumentError({ who: 'resize', expected: 'a positive height and width', got: size.join() });
  }
  if (cropToAspectRatio && padToAspectRatio) {
    throw new ArgumentError({
      who: 'resize',
      expected: '`cropToAspectRatio` or `padToAspectRatio`',
      got: 'both',
    });
  }
}

/** Cut or filled to the proportions of the result. */
function fitted(images: Tensor, options: ResizeOptions): Tensor {
  const { size, cropToAspectRatio = false, padToAspectRatio = false, fillValue = 0 } = options;
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  const wanted = [
    Math.trunc(Math.fround((width * size[0]) / size[1])),
    Math.trunc(Math.fround((height * size[1]) / size[0])),
  ] as const;
  if (cropToAspectRatio) {
    const rows = Math.max(Math.min(height, wanted[0]), 1);
    const columns = Math.max(Math.min(width, wanted[1]), 1);
    const starts = [Math.trunc((height - rows) / 2), Math.trunc((width - columns) / 2)] as const;
    return slice(images, [0, ...starts, 0], [batch, rows, columns, channels]);
  }
  if (padToAspectRatio) {
    const above = Math.trunc(Math.max(wanted[0] - height, 0) / 2);
    const beside = Math.trunc(Math.max(wanted[1] - width, 0) / 2);
    return tfPad(
      images,
      [
        [0, 0],
        [above, above],
        [beside, beside],
        [0, 0],
      ],
      fillValue,
    );
  }
  return images;
}

const interpolations: Readonly<Record<'bilinear' | 'bicubic' | 'area', Interpolation>> = {
  bilinear,
  bicubic,
  area,
};

/** `lanczos` is always made with a kernel, others where it is to widen. */
const kernels: Readonly<Record<'bilinear' | 'bicubic' | 'lanczos3' | 'lanczos5', ResamplingKernel>> = {
  bilinear: triangle,
  bicubic: keysCubic,
  lanczos3: /* @__PURE__ */ lanczos(3),
  lanczos5: /* @__PURE__ */ lanczos(5),
};

function interpolated(
  images: Tensor,
  { size, interpolation = 'bilinear', antialias = false }: ResizeOptions,
): Tensor {
  const [, height = 0, width = 0] = images.shape;
  if (interpolation === 'nearest') {
    const rows = gather(images, tensor1d(nearestPlaces(height, size[0]), 'int32'), 1);
    return gather(rows, tensor1d(nearestPlaces(width, size[1]), 'int32'), 2);
  }
  const weights = (inputSize: number, outputSize: number): Tensor => {
    if (interpolation === 'area' || (!antialias && !interpolation.startsWith('lanczos'))) {
      const made = interpolations[interpolation as keyof typeof interpolations](inputSize, outputSize);
      return tensor2d(made, [inputSize, outputSize]);
    }
    return resamplingWeights({
      inputSize,
      outputSize,
      scale: scalar(outputSize / inputSize),
      translation: scalar(0),
      kernel: kernels[interpolation],
      antialias,
    });
  };
  const resized = einsum(
    'bhwc,hy,wx->byxc',
    cast(images, { dtype: 'float32' }),
    weights(height, size[0]),
    weights(width, size[1]),
  );
  return images.dtype === 'int32' ? cast(round(resized), { dtype: 'int32' }) : resized;
}
