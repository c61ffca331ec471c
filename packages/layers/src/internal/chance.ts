import { ArgumentError, type Shape, ShapeError, type Variable, formatShape } from '@myelin/core';
import { add, greaterEqual, multiply, randomUniform, tensor, where, zerosLike } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { isPositiveInteger } from './positive-integer.js';

/** What a layer that draws by chance has in its state: null where it never draws. */
interface Chance {
  readonly seed: Variable | null;
}

interface ChanceContext {
  readonly state: { readonly seed: Tensor | null };
  readonly variables: Chance;
  readonly training: boolean;
  readonly update: (variable: Variable, value: Tensor) => void;
}

/** Makes the state for the random numbers of a layer; null where it never draws. */
export function seedFor(
  chance: number,
  seed: number | null,
  addSeed: (seed: number | null) => Variable,
): Variable | null {
  return chance > 0 ? addSeed(seed) : null;
}

/**
 * The state for the random numbers of a call, and moves on past so many draws; null where there is no chance, as at
 * inference.
 */
export function nextDraw(
  { state, variables, training, update }: ChanceContext,
  count: number = 1,
): Tensor | null {
  if (!training || state.seed === null || variables.seed === null) return null;
  update(variables.seed, add(state.seed, tensor([0, count], 'int32')));
  return state.seed;
}

/** 0 with probability `rate`, else `1 / (1 - rate)`. */
export function keepFactors(draw: Tensor, rate: number, shape: readonly number[]): Tensor {
  const isKept = greaterEqual(randomUniform(draw, shape), rate);
  return where(isKept, rate === 1 ? 0 : 1 / (1 - rate), 0);
}

/** `x · m / (1 - rate)`, where `m` of the shape of the noise is 0 with probability `rate`, else 1. */
export function dropOut(x: Tensor, draw: Tensor, rate: number, noise: readonly number[]): Tensor {
  return rate === 1 ? zerosLike(x) : multiply(x, keepFactors(draw, rate, noise));
}

/** The shape in which chance decides for an input. */
export function noiseOf(x: Tensor, noise: Shape | null, who: string): readonly number[] {
  if (noise === null) return x.shape;
  if (noise.length === x.rank && noise.every((n, i) => n === null || n === 1 || n === x.shape[i])) {
    return noise.map((size, axis) => size ?? x.shape[axis] ?? 1);
  }
  throw new ShapeError({
    who,
    expected: `inputs that fit the noise shape ${formatShape(noise)}`,
    got: formatShape(x.shape),
  });
}

/** A resolver that refuses numbers outside 0 to 1. */
export function upToOne(option: string): (given: number, who: string) => number {
  return (given, who) => {
    if (given >= 0 && given <= 1) return given;
    throw new ArgumentError({ who, expected: `\`${option}\` to be from 0 to 1`, got: String(given) });
  };
}

/** The resolver of `noiseShape`. */
export function noiseShape(given: Shape | null, who: string): Shape | null {
  if (given?.every((size) => size === null || isPositiveInteger(size)) ?? true) return given;
  throw new ArgumentError({
    who,
    expected: '`noiseShape` to hold positive whole numbers and null',
    got: JSON.stringify(given),
  });
}

/** Refuses to train with noise that would be infinite. @throws ArgumentError naming the layer. */
export function checkNotAll(rate: number, who: string): void {
  if (rate < 1) return;
  throw new ArgumentError({
    who,
    expected: '`rate` to be less than 1 in training',
    got: String(rate),
    hint: 'The noise for a rate of 1 is infinite.',
  });
}
