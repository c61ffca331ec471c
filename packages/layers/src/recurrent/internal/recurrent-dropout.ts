import { type CallContext, type Variable } from '@myelin/core';
import { add, tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { keepFactors, nextDraw, seedFor } from '../../internal/chance.js';
import type { Noise } from './gates.js';

/** Options of the cells of Keras that leave out inputs and states in training. */
export interface DropoutOptions {
  /** Part of the inputs that is left out in training, the same in every step. @defaultValue 0 */
  dropout?: number;
  /** Part of the states that is left out in training where they meet their kernel. @defaultValue 0 */
  recurrentDropout?: number;
  /** Seed of the dropout; null draws one. @defaultValue null */
  seed?: number | null;
}

/** What inputs and states are multiplied by in all steps of a call. */
export interface CellNoise {
  readonly input: Noise;
  readonly recurrent: Noise;
}

/** A rate as Keras takes it: at least 0 and at most 1. */
export function clampedRate(given: number): number {
  return Math.min(1, Math.max(0, given));
}

/** The state of the random numbers, for cells that draw some. */
export function dropoutSeed(
  { dropout, recurrentDropout, seed }: Readonly<Required<DropoutOptions>>,
  addSeed: (seed: number | null) => Variable,
): Variable | null {
  return seedFor(Math.max(dropout, recurrentDropout), seed, addSeed);
}

interface NoiseOptions {
  /** Shapes of a step of the input and of a state. */
  readonly input: readonly number[];
  readonly state: readonly number[];
  /** How many gates draw by themselves; 1 where all share what is left out. */
  readonly gates: number;
  /** Whether a rate of 1 leaves everything out. In Keras' gated cells it leaves out nothing. */
  readonly all: boolean;
}

/** Draws what a call in training leaves out. */
export function drawNoise(
  call: CallContext<DropoutOptions, object, { readonly seed: Variable | null }>,
  { input, state, gates, all }: NoiseOptions,
): CellNoise {
  const { config } = call;
  const seed = nextDraw(call, 2 * gates);
  if (seed === null) return { input: null, recurrent: null };
  const draw = (rate: number, first: number, shape: readonly number[]): Noise => {
    if (rate === 0 || (rate === 1 && !all)) return null;
    const drawn = Array.from({ length: gates }, (_, gate) =>
      keepFactors(add(seed, tensor([0, first + gate], 'int32')), rate, shape),
    );
    return gates === 1 ? (drawn[0] as Tensor) : drawn;
  };
  return {
    input: draw(config.dropout, 0, input),
    recurrent: draw(config.recurrentDropout, gates, state),
  };
}
