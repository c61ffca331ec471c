import { type Tensor, add, zerosLike } from '@tensorflow/tfjs-core';
import type { AbstractBackend } from '../../abstract/abstract-backend.js';
import { gradientsWithin } from '../../gradients/gradients-within.js';
import { isOnTape } from '../../off-tape.js';
import { withGradient } from '../../gradients/with-gradient.js';
import type { ScanBody, ScanOptions, ScanResult } from '../scan.js';

/** A scan of a tracer that keeps loops: one loop, whose gradient is one, too. */
export function recordedScan(
  backend: AbstractBackend,
  body: ScanBody,
  { carry, xs = [], length = xs[0]?.shape[0] ?? 0, weights = [], reverse = false }: ScanOptions,
): ScanResult {
  const counts = [carry.length, xs.length, weights.length] as const;
  const operands = [...carry, ...xs, ...weights];
  const kept = isOnTape() ? carry.length : 0;
  let stacked = 0;
  const outputs = withGradient(
    Object.fromEntries(operands.map((operand, i) => [String(i), operand])),
    () => {
      const call = { operands, carries: carry.length, steps: xs.length, length, reverse };
      const results = backend.scan(call, (parameters) => {
        const [before, given, shared] = partsOf(parameters, counts);
        const next = body(before, given, shared);
        stacked = next.outputs.length;
        // The gradient needs the carries before every step.
        return [...next.carry, ...next.outputs, ...before.slice(0, kept)];
      });
      const own = carry.length + stacked;
      return { outputs: results.slice(0, own), kept: [...results.slice(own), ...xs, ...weights] };
    },
    (upstream, saved) => {
      const call = { befores: saved, upstream, counts, length, reverse };
      const gradients = scanGradient(backend, body, call);
      return Object.fromEntries(operands.map((_, i) => [String(i), () => gradients[i] as Tensor]));
    },
  );
  return { carry: outputs.slice(0, carry.length), outputs: outputs.slice(carry.length) };
}

type Counts = readonly [carries: number, steps: number, shared: number];

interface GradientCall {
  /** Carries before every step, then sequences and shared operands as they were given. */
  readonly befores: readonly Tensor[];
  /** By the last carries, then by the outputs of every step. */
  readonly upstream: readonly Tensor[];
  readonly counts: Counts;
  readonly length: number;
  readonly reverse: boolean;
}

/**
 * Walks the steps in the other order: the gradients by the carries are handed from step to step, those by what all steps
 * share are added up. The body runs again within, so that nothing but its carries has to be kept.
 */
function scanGradient(
  backend: AbstractBackend,
  body: ScanBody,
  { befores, upstream, counts, length, reverse }: GradientCall,
): Tensor[] {
  const [carries, steps] = counts;
  const shared = befores.slice(carries + steps);
  const read = [...befores.slice(0, carries + steps), ...upstream.slice(carries)];
  const handed = [...upstream.slice(0, carries), ...shared.map((operand) => zerosLike(operand))];
  const call = {
    operands: [...handed, ...read, ...shared],
    carries: handed.length,
    steps: read.length,
    length,
  };
  const results = backend.scan({ ...call, reverse: !reverse }, (parameters) => {
    const [by, given, same] = partsOf(parameters, [handed.length, read.length, shared.length]);
    const operands = [...given.slice(0, carries + steps), ...same];
    const byOutputs = [...by.slice(0, carries), ...given.slice(carries + steps)];
    const gradients = gradientsWithin(() => {
      const [before, xs, weights] = partsOf(operands, counts);
      const next = body(before, xs, weights);
      return [...next.carry, ...next.outputs];
    }, byOutputs, operands); // prettier-ignore
    const [ofCarries, ofSteps, ofShared] = partsOf(gradients, counts);
    const totals = by.slice(carries).map((total, i) => add(total, ofShared[i] as Tensor));
    return [...ofCarries, ...totals, ...ofSteps];
  });
  // Results are carries, sums of the shared, sequences; operands are carries, sequences, shared.
  const [ofCarries, totals, ofSteps] = partsOf(results, [carries, shared.length, steps]);
  return [...ofCarries, ...ofSteps, ...totals];
}

function partsOf(
  tensors: readonly Tensor[],
  [first, second, third]: Counts,
): readonly [readonly Tensor[], readonly Tensor[], readonly Tensor[]] {
  return [
    tensors.slice(0, first),
    tensors.slice(first, first + second),
    tensors.slice(first + second, first + second + third),
  ];
}
