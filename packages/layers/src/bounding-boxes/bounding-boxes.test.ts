import '@tensorflow/tfjs-backend-cpu';
import { ArgumentError, NdArray, ShapeError, type Tree, camelCase, flatten, mapTree } from '@myelin/core';
import { eagerRuntime, tensor } from '@myelin/ops';
import { type BoundingBoxCase, expectClose, loadGolden } from '@myelin/testing';
import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as boundingBoxes from './index.js';

beforeAll(() => eagerRuntime('cpu').ready());

const units = Object.entries(
  boundingBoxes as unknown as Record<string, (...args: unknown[]) => Tree<Tensor>>,
);
const goldens = await Promise.all(
  units.map(async ([name, run]) => {
    const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return { name, run, cases: (await loadGolden('bounding_boxes', file)).cases };
  }),
);

const asTensor = (value: unknown): unknown => (NdArray.isNdArray(value) ? tensor(value) : value);

function call(
  run: (...args: unknown[]) => Tree<Tensor>,
  { operands, options }: BoundingBoxCase,
): Tree<Tensor> {
  const named = Object.entries(options).map(([key, value]) => [camelCase(key), asTensor(value)]);
  return run(...operands.map((tree) => mapTree(tree, asTensor)), Object.fromEntries(named));
}

describe.each(goldens)('$name', ({ run, cases }) => {
  it.each(cases)('computes what Keras does: $name', (one) => {
    tidy(() => {
      const found = flatten(call(run, one)).map((x) => new NdArray(x.dataSync<'float32'>(), x.shape));
      const expected = flatten(one.output);
      expect(found).toHaveLength(expected.length);
      found.forEach((array, i) => {
        expectClose(array, (expected[i] as NdArray).cast('float32'), { rtol: 1e-5, atol: 1e-5 });
      });
    });
  });
});

it('refuses what makes no sense', () => {
  tidy(() => {
    const boxes = tensor([[1, 2, 3, 4]]);
    expect(() => boundingBoxes.convertFormat(boxes, { source: 'xyxy', target: 'rel_xyxy' })).toThrow(
      ArgumentError,
    );
    expect(() => boundingBoxes.convertFormat(tensor([[1, 2]]), { source: 'xyxy', target: 'xywh' })).toThrow(
      ShapeError,
    );
    const formats = { anchorFormat: 'xyxy', boxFormat: 'xyxy' } as const;
    expect(() => boundingBoxes.encodeBoxToDeltas(boxes, boxes, { ...formats, variance: [1] })).toThrow(
      '`variance` to have four numbers',
    );
  });
});
