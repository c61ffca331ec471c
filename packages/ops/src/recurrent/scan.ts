import { type Tensor, engine, stack } from '@tensorflow/tfjs-core';
import { AbstractBackend } from '../abstract/abstract-backend.js';
import { unstack } from '../unstack.js';
import { recordedScan } from './internal/recorded-scan.js';

/** One step of a {@link scan}: from the carry and this step's part of the sequences to the next carry and outputs. */
export type ScanBody = (
  carry: readonly Tensor[],
  xs: readonly Tensor[],
  weights: readonly Tensor[],
) => { readonly carry: readonly Tensor[]; readonly outputs: readonly Tensor[] };

export interface ScanOptions {
  /** Values before the first step. */
  readonly carry: readonly Tensor[];
  /** Sequences, `[steps, ...]`, of one length. @defaultValue [] */
  readonly xs?: readonly Tensor[];
  /** How many steps there are. @defaultValue as many as the sequences have */
  readonly length?: number;
  /** What every step uses as it is. @defaultValue [] */
  readonly weights?: readonly Tensor[];
  /** Whether to begin with the last step; outputs stay in the places of their inputs. @defaultValue false */
  readonly reverse?: boolean;
}

/** What a {@link scan} returns. */
export interface ScanResult {
  /** Values after the last step. */
  readonly carry: readonly Tensor[];
  /** Outputs of every step, `[steps, ...]`. */
  readonly outputs: readonly Tensor[];
}

/**
 * Runs one function over the steps of sequences, handing a carry from step to step.
 *
 * The body must be pure, and gradients go through its arguments alone. Op by op it runs for every step; a tracer that keeps
 * loops sees it once.
 *
 * @example
 * ```ts
 * const sums = scan(([total], [x]) => {
 *   const next = add(total, x);
 *   return { carry: [next], outputs: [next] };
 * }, { carry: [tensor(0)], xs: [tensor([1, 2, 3])] });
 * sums.outputs[0]; // [1, 3, 6]
 * ```
 */
export function scan(body: ScanBody, options: ScanOptions): ScanResult {
  const { backend } = engine();
  return backend instanceof AbstractBackend && backend.keepsScans
    ? recordedScan(backend, body, options)
    : unrolledScan(body, options);
}

function unrolledScan(
  body: ScanBody,
  { carry, xs = [], length, weights = [], reverse = false }: ScanOptions,
): ScanResult {
  const parts = xs.map((sequence) => unstack(sequence));
  const count = length ?? parts[0]?.length ?? 0;
  const outputs = new Array<readonly Tensor[]>(count);
  let last = carry;
  for (let i = 0; i < count; i++) {
    const step = reverse ? count - 1 - i : i;
    const result = body(
      last,
      parts.map((part) => part[step] as Tensor),
      weights,
    );
    last = result.carry;
    outputs[step] = result.outputs;
  }
  const width = outputs[0]?.length ?? 0;
  return {
    carry: last,
    outputs: Array.from({ length: width }, (_, i) => stack(outputs.map((row) => row[i] as Tensor))),
  };
}
