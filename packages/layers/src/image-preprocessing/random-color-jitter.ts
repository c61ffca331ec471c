import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation, ImageContext } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';
import { brightness } from './random-brightness.js';
import { contrast } from './random-contrast.js';
import { hue } from './random-hue.js';
import { saturation } from './random-saturation.js';

/** Options of {@link randomColorJitter}; null leaves a part out. */
export interface RandomColorJitterConfig extends RandomImageConfig, ValueRangeOption {
  /** What `randomBrightness` takes. @defaultValue null */
  brightnessFactor?: Factor | null;
  /** What `randomContrast` takes. @defaultValue null */
  contrastFactor?: Factor | null;
  /** What `randomSaturation` takes. @defaultValue null */
  saturationFactor?: Factor | null;
  /** What `randomHue` takes. @defaultValue null */
  hueFactor?: Factor | null;
}

type ColorChange = Augmentation<{ readonly factor: Range; readonly valueRange: Range }, Tensor>;
type JitterFactor = 'brightnessFactor' | 'contrastFactor' | 'saturationFactor' | 'hueFactor';

/** The changes in their order, and the bounds of their factors. */
const changes: readonly (readonly [JitterFactor, ColorChange, Range])[] = [
  ['brightnessFactor', brightness, [-1, 1]],
  ['contrastFactor', contrast, [0, 1]],
  ['saturationFactor', saturation, [-1, 1]],
  ['hueFactor', hue, [0, 1]],
];

/**
 * Changes the brightness, the contrast, the saturation and the hue of images, in this order and each as its own layer does.
 *
 * At inference images stay as they are. Keras always takes the last axis for the channels here; this layer goes by
 * `dataFormat`.
 *
 * Input `[batch, height, width, 3]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const brighter = randomColorJitter({ brightnessFactor: [0.2, 0.2] });
 * brighter(tensor([[[100, 0, 0]]]), { training: true }); // [[[151, 51, 51]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomColorJitter`
 */
export const randomColorJitter: ImageLayerFactory<RandomColorJitterConfig> = /* @__PURE__ */ defineImageLayer(
  {
    className: 'RandomColorJitter',
    floats: ['brightnessFactor', 'contrastFactor', 'saturationFactor', 'hueFactor'],
    defaults: {
      valueRange: [0, 255],
      brightnessFactor: null,
      contrastFactor: null,
      saturationFactor: null,
      hueFactor: null,
    },
    resolve: { valueRange },

    draw: (draws, size, context): Partial<Record<JitterFactor, Tensor | undefined>> =>
      Object.fromEntries(
        chosen(context).map(([option, { draw }, own]) => [option, draw?.(draws, size, own)]),
      ),
    images: (images, drawn, context) =>
      chosen(context).reduce(
        (changed, [option, change, own]) => change.images(changed, drawn[option] as Tensor, own),
        images,
      ),
  },
);

type JitterContext = ImageContext<
  Readonly<Record<JitterFactor, Factor | null>> & { readonly valueRange: Range }
>;

/** The changes that are not left out, each with its options. */
function chosen({
  config,
  who,
}: JitterContext): [JitterFactor, ColorChange, ImageContext<{ factor: Range; valueRange: Range }>][] {
  return changes.flatMap(([option, change, bounds]) => {
    const given = config[option];
    if (given === null) return [];
    const own = { factor: factor(option, bounds)(given, who), valueRange: config.valueRange };
    return [[option, change, { config: own, who }]];
  });
}
