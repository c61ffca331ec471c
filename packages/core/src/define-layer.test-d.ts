import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import {
  type Initializer,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  type Shape,
  type Variable,
  defineLayer,
} from './index.js';

interface ScaleConfig extends LayerConfig {
  factor: number;
  start?: Initializer | 'zeros';
  size?: number | readonly [number, number];
  bias?: boolean;
}

declare const zeros: Initializer;
const initializer = (given: Initializer | 'zeros'): Initializer => (given === 'zeros' ? zeros : given);
const pair = (given: number | readonly [number, number]): readonly [number, number] =>
  typeof given === 'number' ? [given, given] : given;

const scale: LayerFactory<ScaleConfig> = defineLayer({
  className: 'Scale',
  required: ['factor'],
  defaults: { start: 'zeros', size: 1, bias: true },
  resolve: { start: initializer, size: pair },
  build({ config, inputShape, addWeight }) {
    expectTypeOf(inputShape).toEqualTypeOf<Shape>();
    // Defaults are filled in, and what has a resolver is what it returned.
    expectTypeOf(config.factor).toEqualTypeOf<number>();
    expectTypeOf(config.start).toEqualTypeOf<Initializer>();
    expectTypeOf(config.size).toEqualTypeOf<readonly [number, number]>();
    expectTypeOf(config.bias).toEqualTypeOf<boolean>();
    expectTypeOf(config.name).toEqualTypeOf<string>();
    const weight = addWeight('weight', [1], { initializer: config.start });
    return { weight, bias: config.bias ? weight : null, parts: [weight], rate: 2 };
  },
  call(x, { config, state, variables, update }) {
    expectTypeOf(x).toEqualTypeOf<Tensor>();
    expectTypeOf(config.size).toEqualTypeOf<readonly [number, number]>();
    expectTypeOf(state.weight).toEqualTypeOf<Tensor>();
    expectTypeOf(state.bias).toEqualTypeOf<Tensor | null>();
    expectTypeOf(state.parts).toEqualTypeOf<readonly Tensor[]>();
    expectTypeOf(state.rate).toEqualTypeOf<number>();
    expectTypeOf(variables.weight).toEqualTypeOf<Variable>();
    expectTypeOf(variables.bias).toEqualTypeOf<Variable | null>();
    update(variables.weight, state.weight);
    // @ts-expect-error a tensor has no place of its own to keep a value in
    update(state.weight, state.weight);
    return x;
  },
});

expectTypeOf(scale({ factor: 2 })).toEqualTypeOf<Layer<ScaleConfig>>();
expectTypeOf(scale({ factor: 2 }).config.size).toEqualTypeOf<number | readonly [number, number]>();
scale({ factor: 2, start: 'zeros', size: [1, 2], name: 'mine', trainable: false, inputShape: [null, 3] });
// @ts-expect-error no options
scale();
// @ts-expect-error a required option is missing
scale({ size: 2 });
// @ts-expect-error an unknown option
scale({ factor: 2, offset: 1 });
// @ts-expect-error an option is left out, not undefined
scale({ factor: 2, bias: undefined });
// @ts-expect-error a type that there is not
scale({ factor: 2, dtype: 'float16' });

const identity: LayerFactory<LayerConfig> = defineLayer({
  className: 'Identity',
  defaults: {},
  build: () => ({}),
  call: (x) => x,
});
expectTypeOf(identity()).toEqualTypeOf<Layer>();
expectTypeOf(identity({ name: 'same' })).toEqualTypeOf<Layer>();

const first: LayerFactory<LayerConfig, readonly Tensor[]> = defineLayer({
  className: 'First',
  defaults: {},
  build({ inputShape }) {
    expectTypeOf(inputShape).toEqualTypeOf<readonly Shape[]>();
    return {};
  },
  call: ([x]) => x as Tensor,
  computeOutputShape(shapes) {
    expectTypeOf(shapes).toEqualTypeOf<readonly Shape[]>();
    return shapes[0] ?? [];
  },
});
expectTypeOf(first()).toEqualTypeOf<Layer<LayerConfig, readonly Tensor[]>>();

const build = (): object => ({});
const call = (x: Tensor): Tensor => x;

export const lacks: LayerFactory<ScaleConfig> = defineLayer({
  className: 'Lacks',
  required: ['factor'],
  // @ts-expect-error a default is missing
  defaults: { start: 'zeros', size: 1 },
  build,
  call,
});
export const adds: LayerFactory<ScaleConfig> = defineLayer({
  className: 'Adds',
  required: ['factor'],
  // @ts-expect-error a default of no option
  defaults: { start: 'zeros', size: 1, bias: true, offset: 1 },
  build,
  call,
});
export const requires: LayerFactory<ScaleConfig> = defineLayer({
  className: 'Requires',
  // @ts-expect-error no option is called so
  required: ['factr'],
  defaults: { start: 'zeros', size: 1, bias: true },
  build,
  call,
});
// @ts-expect-error a number is no tensor
export const returns: LayerFactory<LayerConfig> = defineLayer({
  className: 'Returns',
  defaults: {},
  build,
  call: () => 1,
});
