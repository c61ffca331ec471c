import '@tensorflow/tfjs-backend-cpu';
import {
  type Deserializable,
  NdArray,
  Registry,
  type Tree,
  deserializeKerasObject,
  flatten,
  mapTree,
} from '@myelin/core';
import { eagerRuntime, tensor } from '@myelin/ops';
import { type TransformationCase, expectClose, goldenFile, loadGolden } from '@myelin/testing';
import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnyAugmentation, transform } from './internal/transform.js';
import type { ImageLayer, ImageLayerConfig, LabeledImages } from './labeled-images.js';

import { centerCrop } from './center-crop.js';
import { cut, cutMix } from './cut-mix.js';
import { maxNumBoundingBoxes } from './max-num-bounding-boxes.js';
import { mix, mixUp } from './mix-up.js';
import { crop, randomCrop } from './random-crop.js';
import { elastic, randomElasticTransform } from './random-elastic-transform.js';
import { erasing, randomErasing } from './random-erasing.js';
import { flip, randomFlip } from './random-flip.js';
import { hue, randomHue } from './random-hue.js';
import { perspective, randomPerspective } from './random-perspective.js';
import { randomRotation } from './random-rotation.js';
import { randomShear, shear } from './random-shear.js';
import { randomTranslation } from './random-translation.js';
import { randomZoom } from './random-zoom.js';
import { resizing } from './resizing.js';

beforeAll(() => eagerRuntime('cpu').ready());

/** Layers, and the changes of those that chance decides for. */
const units: readonly (readonly [Deserializable, unknown?])[] = [
  [resizing],
  [centerCrop],
  [randomFlip, flip],
  [randomRotation],
  [randomZoom],
  [randomTranslation],
  [randomCrop, crop],
  [randomHue, hue],
  [randomErasing, erasing],
  [randomShear, shear],
  [randomPerspective, perspective],
  [cutMix, cut],
  [mixUp, mix],
  [randomElasticTransform, elastic],
  [maxNumBoundingBoxes],
];

const registry = new Registry();
for (const [factory] of units) registry.addClass(factory);
const goldens = await Promise.all(
  units.map(async ([{ className }, change]) => {
    const { cases } = await loadGolden('transformations', goldenFile(className));
    return { className, change: change as AnyAugmentation, cases };
  }),
);

function run({ serialized, drawn, data }: TransformationCase, change: AnyAugmentation): Tree<Tensor> {
  const layer = deserializeKerasObject(serialized, registry) as ImageLayer<ImageLayerConfig>;
  const asTensors = (tree: Tree<NdArray>): Tree<Tensor> => mapTree(tree, (array) => tensor(array));
  const images = asTensors(data) as unknown as LabeledImages;
  const result =
    drawn === undefined
      ? layer(images, { training: true })
      : transform(change, images, asTensors(drawn), { config: layer.config as never, who: layer.name });
  return result as unknown as Tree<Tensor>;
}

describe.each(goldens)('$className', ({ change, cases }) => {
  it.each(cases)('changes what belongs to images as Keras does: $name', (one) => {
    tidy(() => {
      const found = mapTree(run(one, change), (x: Tensor) => new NdArray(x.dataSync<'float32'>(), x.shape));
      const keys = (tree: unknown): unknown => mapTree(tree, () => null);
      expect(keys(found)).toEqual(keys(one.output));
      const expected = flatten(one.output);
      flatten(found).forEach((array, i) => {
        expectClose(array, (expected[i] as NdArray).cast('float32'), { rtol: 1e-5, atol: 1e-5 });
      });
    });
  });
});
