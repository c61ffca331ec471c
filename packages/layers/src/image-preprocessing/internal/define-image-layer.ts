import {
  type Defaults,
  type LayerSpec,
  PyFloat,
  type Resolved,
  type Resolvers,
  type Variable,
  type WireRecord,
  defineLayer,
  isEvaluatingAbstractly,
  isTensor,
  snakeCase,
} from '@myelin/core';
import { cast } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type BoundingBoxFormat, boundingBoxFormats } from '../../bounding-boxes/convert-format.js';
import { dataFormat, oneOf } from '../../internal/one-of.js';
import type {
  ImageLayerConfig,
  ImageLayerFactory,
  LabeledImages,
  RandomImageConfig,
} from '../labeled-images.js';
import type { Augmentation } from './augmentation.js';
import { Draws } from './draws.js';
import { checkImages } from './image-size.js';
import { type AnyAugmentation, asBatch, drawFor, transform } from './transform.js';

type Shared = 'className' | 'required' | 'floats' | 'unsaved';

/** What a layer of images is. */
export interface ImageLayerSpec<C extends ImageLayerConfig, R, T>
  extends
    Pick<LayerSpec<C, R, unknown, Tensor, Tensor>, Shared>,
    Augmentation<Resolved<NoInfer<C>, NoInfer<R>>, T> {
  readonly defaults: NoInfer<Defaults<C, RandomImageConfig>>;
  readonly resolve?: R;
  /** Options that are ranges: Keras writes their ends as floats, but for a 0 that was not given. */
  readonly ranges?: readonly NoInfer<keyof C & string>[];
  /** Whether images stay as they are at inference. @defaultValue whether there is something to draw */
  readonly onlyInTraining?: boolean;
  /** Whether it is known that all shapes stay, so that nobody needs to follow a long change to find them. @defaultValue false */
  readonly keepsShapes?: boolean;
}

type AnyImageSpec = ImageLayerSpec<RandomImageConfig, object, unknown>;

const resolvers = {
  dataFormat,
  boundingBoxFormat: (given: BoundingBoxFormat | null, who: string) =>
    given === null ? null : oneOf('boundingBoxFormat', boundingBoxFormats)(given, who),
};

/** Defines a layer that changes images, and what belongs to them. */
export function defineImageLayer<C extends ImageLayerConfig, T = null, R extends Resolvers<C> = object>(
  spec: ImageLayerSpec<C, R, T>,
): ImageLayerFactory<C> {
  const any = spec as unknown as AnyImageSpec;
  const { className, required = [], floats = [], unsaved = [], ranges = [], draw } = any;
  const { onlyInTraining = draw !== undefined, keepsShapes = false } = any;
  const change = spec as unknown as AnyAugmentation;
  const factory: ImageLayerFactory<RandomImageConfig> = defineLayer({
    className,
    required,
    floats,
    unsaved,
    omitted: { boundingBoxFormat: null },
    defaults: {
      ...any.defaults,
      ...(draw === undefined ? {} : { seed: null }),
      dataFormat: 'channels_last',
      boundingBoxFormat: null,
    } as Required<Pick<RandomImageConfig, 'seed' | 'dataFormat' | 'boundingBoxFormat'>>,
    resolve: { ...any.resolve, ...resolvers },
    trainsByDefault: true,

    build({ config, addSeed }): { seed: Variable | null } {
      return { seed: draw === undefined ? null : addSeed(config.seed) };
    },

    call(given: Tensor, { config, who, training, state, variables, update }) {
      const data = (isTensor(given) ? { images: given } : given) as unknown as LabeledImages;
      checkImages(data.images, who);
      const floats = { ...data, images: cast(data.images, { dtype: 'float32' }) };
      const draws = state.seed === null ? null : new Draws(state.seed);
      const run = (batch: LabeledImages): LabeledImages =>
        transform(change, batch, drawFor(change, draws, batch, { config, who }), { config, who });
      const stays = (onlyInTraining && !training) || (keepsShapes && isEvaluatingAbstractly());
      const result = stays ? floats : data.images.rank === 3 ? asBatch(floats, run) : run(floats);
      if (!stays && draws !== null && variables.seed !== null) update(variables.seed, draws.next);
      return (isTensor(given) ? result.images : result) as Tensor;
    },

    writeConfig: (config) => ({ ...config, ...writtenRanges(config, ranges) }),
  });
  return factory as unknown as ImageLayerFactory<C>;
}

/** A 0 at the beginning of a range is a bound, which Python writes without a point; other whole numbers have one. */
function writtenRanges(config: WireRecord, ranges: readonly string[]): WireRecord {
  const written = (value: number, i: number): number | PyFloat =>
    Number.isInteger(value) && (i > 0 || value !== 0) ? new PyFloat(value) : value;
  return Object.fromEntries(
    ranges.map(snakeCase).map((key) => [key, (config[key] as number[]).map(written)]),
  );
}
