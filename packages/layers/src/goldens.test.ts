import '@tensorflow/tfjs-backend-cpu';
import { byId as activations } from '@myelin/activations/by-id';
import {
  type AnyLayer,
  type CallOptions,
  NdArray,
  PyFloat,
  Registry,
  Scope,
  type Tree,
  type WireRecord,
  attachMask,
  clearSession,
  deserializeKerasObject,
  flatten,
  maskOf,
  serializeKerasObject,
  withMask,
  withScope,
} from '@myelin/core';
import { byId as initializers } from '@myelin/initializers/by-id';
import {
  concatenate,
  ensureAbstractEvaluator,
  multiply,
  reshape,
  sum,
  tensor,
  valueAndGradients,
} from '@myelin/ops';
import { byId as regularizers } from '@myelin/regularizers/by-id';
import {
  type LayerCase,
  expectClose,
  expectNoLeak,
  goldenFile,
  loadGolden,
  loadInputLayerGolden,
} from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classMap } from './class-map.js';

interface Callable extends AnyLayer {
  (inputs: Tensor | Tensor[], options?: CallOptions): Tree<Tensor>;
  build(shape: unknown): void;
  computeOutputShape(shape: unknown): unknown;
}

const registry = new Registry();
for (const [name, unit] of Object.entries({ ...classMap, ...initializers, ...regularizers })) {
  registry.addClass(unit, [name]);
}
for (const [id, activation] of Object.entries(activations)) registry.addFunction(id, activation);

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);
const classNames = [...new Set(Object.values(classMap).map((unit) => unit.className))];

beforeAll(async () => {
  ensureAbstractEvaluator();
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe.each(classNames.filter((name) => name !== 'InputLayer'))('%s', (className) => {
  it('has the configuration, shapes, values, gradients, state and penalties of Keras', async () => {
    const { cases } = await loadGolden('layers', goldenFile(className));
    expect(cases.length).toBeGreaterThan(0);
    for (const golden of cases) {
      clearSession();
      const layer = deserializeKerasObject(golden.serialized, registry) as Callable;
      checkDescription(layer, golden);
      layer.setWeights(golden.weights.map(({ value }) => value));
      await expectNoLeak(() => {
        checkCall(layer, golden);
      });
    }
  });
});

describe('InputLayer', () => {
  it('has the configuration and output of Keras', async () => {
    for (const { serialized, outputShape, outputDtype } of (await loadInputLayerGolden()).cases) {
      const layer = deserializeKerasObject(serialized, registry) as Callable;
      expect(serializeKerasObject(layer)).toEqual(serialized);
      const output = layer.inboundNodes[0]?.outputs[0];
      expect(output?.shape).toEqual(outputShape);
      expect(output?.dtype).toBe(outputDtype);
    }
  });
});

function checkDescription(
  layer: Callable,
  { name, inputs, states = 0, serialized, weights, outputShape }: LayerCase,
): void {
  const build = serialized['build_config'] as { input_shape: unknown } | undefined;
  const own = inputs.slice(0, inputs.length - states);
  const unknown = own.map(({ shape }) => [null, ...shape.slice(1)]);
  const inputShape = unknown.length === 1 ? (build?.input_shape ?? unknown[0]) : unknown;
  expect(layer.computeOutputShape(inputShape), name).toEqual(outputShape);
  const wire = serializeKerasObject(layer) as WireRecord;
  // JavaScript does not tell 0 from 0.0: a rate is written as a float.
  const expected =
    name === 'rate 0, whole number'
      ? { ...serialized, config: { ...(serialized['config'] as WireRecord), rate: new PyFloat(0) } }
      : serialized;
  expect(wire, name).toEqual(
    build === undefined ? { ...expected, build_config: wire['build_config'] } : expected,
  );
  const describeWeight = ({ path, trainable }: { path: string; trainable: boolean }): object => ({
    path,
    trainable: trainable && layer.trainable,
  });
  expect(layer.weights.map(describeWeight), name).toEqual(weights.map(describeWeight));
}

function checkCall(layer: Callable, golden: LayerCase): void {
  const { name, training, inputs, states = 0, masks = [], outputMask, upstream } = golden;
  // Keras computes x · s + (b - mean · s): at a mean of 1000 that leaves a few digits less of float32.
  const rtol = name === 'training, far from zero' ? 1e-4 : 1e-5;
  const close = (x: Tensor, expected: NdArray | undefined, what: string): void => {
    expectClose(host(x), expected as NdArray, { rtol, atol: 1e-6, what: `${layer.name}, ${name}, ${what}` });
  };
  tidy(() => {
    const xs = inputs.map((input) => tensor(input));
    masks.forEach((mask, i) => {
      if (mask !== null) attachMask(xs[i] as Tensor, tensor(mask, 'bool'));
    });
    const own = xs.slice(0, xs.length - states);
    const mask = states === 0 ? null : maskOf(own[0] as Tensor);
    const options = {
      training,
      initialState: states === 0 ? null : xs.slice(own.length),
      // As in Keras, a layer that is given first states does not see the mask that its input carries.
      ...(mask === null ? {} : { mask }),
    };
    const call = (): Tensor => joined(layer(own.length === 1 ? (own[0] as Tensor) : own, options));
    inOwnScope(() => {
      const output = call();
      close(output, golden.output, 'output');
      expect(maskOf(output)?.arraySync(), name).toEqual(outputMask?.cast('int32').toArray());
    });
    inOwnScope((scope) => {
      const weights = layer.trainableWeights.map((weight) => scope.read(weight));
      const { gradients } = valueAndGradients(
        () => sum(multiply(call(), tensor(upstream))),
        [...xs.filter((x) => x.dtype === 'float32'), ...weights],
      );
      const expected = [...golden.inputGradients, ...golden.weightGradients];
      expect(gradients).toHaveLength(expected.length);
      gradients.forEach((gradient, i) => {
        close(gradient, expected[i], `gradient ${i}`);
      });
      const penalties = layer.trainableWeights.flatMap(
        (weight) => weight.regularizer?.(scope.read(weight)) ?? [],
      );
      const losses = [...scope.takeLosses(), ...penalties];
      expect(losses).toHaveLength(golden.losses.length);
      losses.forEach((loss, i) => {
        close(loss, golden.losses[i], `penalty ${i}`);
      });
      // The state of random numbers is none of the weights, and its numbers are not those of Keras.
      for (const { name: updated, value } of golden.updatedState) {
        const variable = layer.weights.find((weight) => weight.name === updated);
        if (variable !== undefined) close(scope.read(variable), value, updated);
        else expect(updated).toBe('seed_generator_state');
      }
    });
  });
}

/** Several outputs side by side, with the mask of the first. */
function joined(outputs: Tree<Tensor>): Tensor {
  const [first, ...others] = flatten(outputs) as [Tensor, ...Tensor[]];
  if (others.length === 0) return first;
  const [batch = 0] = first.shape;
  const rows = [first, ...others].map((y) => reshape(y, { newshape: [batch, -1] }));
  return withMask(concatenate(rows, { axis: 1 }), maskOf(first));
}

function inOwnScope(run: (scope: Scope) => void): void {
  const scope = new Scope((variable) => variable.toTensor());
  withScope(scope, () => {
    run(scope);
  });
  scope.dispose();
}
