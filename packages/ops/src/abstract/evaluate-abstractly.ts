import { DTypeError, formatShape, isStatic, ShapeError, TraceError, type TensorSpec } from '@myelin/core';
import { Tensor } from '@tensorflow/tfjs-core';
import { AbstractBackend } from './abstract-backend.js';
import { withAbstractBackend } from './with-abstract-backend.js';

/** What is evaluated: synchronous, and free of side effects, for it runs more than once. */
export type AbstractFunction = (...inputs: Tensor[]) => Tensor | Tensor[];

interface StaticTensorSpec extends TensorSpec {
  readonly shape: number[];
}

/**
 * Sizes tried in the place of unknown axes, a pair at a time; the next pair only where a function refuses the one
 * before. Each has many divisors, so that blocks, splits and a halving that is undone later fit; the two of a pair lie
 * further apart than any stride, so that they stay apart. The small pair fits under tables of fixed length, the large
 * one survives a deep stack of unpadded windows.
 */
const probePairs = [
  [96, 192],
  [8, 40],
  [480, 960],
] as const;

/**
 * Finds the shapes and types of what `compute` returns, without computing.
 *
 * `compute` runs on a backend that only follows shapes, once if every axis is known, else with two sizes in the place
 * of every unknown axis: axes of the results that differ are unknown.
 *
 * Arrays that `compute` makes itself are really made (`ones`, `zeros`; not `fill`), so they should not have the shape of
 * a batch.
 *
 * @example
 * ```ts
 * import { matMul, ones } from '@tensorflow/tfjs-core';
 * const project = (x: ReturnType<typeof ones>) => matMul(x, ones([8, 3]));
 * evaluateAbstractly(project, [{ shape: [null, 8], dtype: 'float32' }]); // [{ shape: [null, 3], dtype: 'float32' }]
 * ```
 * @throws TraceError when `compute` reads values, is asynchronous, or has results whose shapes depend on values.
 * @throws ShapeError when the shapes do not fit together.
 * @see Keras `keras.src.backend.common.symbolic_scope`, `compute_output_spec`
 */
export function evaluateAbstractly(compute: AbstractFunction, inputs: readonly TensorSpec[]): TensorSpec[] {
  if (inputs.every(({ shape }) => isStatic(shape))) return evaluateAt(undefined, compute, inputs);
  let firstFailure: unknown;
  for (const [small, large] of probePairs) {
    try {
      return merge(evaluateAt(small, compute, inputs), evaluateAt(large, compute, inputs));
    } catch (error) {
      if (error instanceof TraceError) throw error;
      firstFailure ??= error;
    }
  }
  throw firstFailure;
}

/** With `size` in the place of every unknown axis. */
function evaluateAt(
  size: number | undefined,
  compute: AbstractFunction,
  inputs: readonly TensorSpec[],
): StaticTensorSpec[] {
  const backend = new AbstractBackend();
  try {
    return withAbstractBackend(backend, () => {
      const tensors = inputs.map(({ shape, dtype }, i) =>
        backend.leaf({ shape: shape.map((axis) => axis ?? size ?? 0), dtype }, `argument ${i}`),
      );
      const result: unknown = compute(...tensors);
      return (Array.isArray(result) ? result : [result]).map(specOf);
    });
  } catch (error) {
    throw inTermsOf(inputs, error, size);
  }
}

function specOf(result: unknown): StaticTensorSpec {
  if (!(result instanceof Tensor)) {
    if (result instanceof Promise) result.catch(ignore);
    throw new TraceError({
      who: 'evaluateAbstractly',
      expected: 'a function that returns a tensor or a list of tensors',
      got: result instanceof Promise ? 'a promise' : typeof result,
      hint: 'Only synchronous functions of tensors have a shape that is known ahead.',
    });
  }
  const { shape, dtype } = result as Tensor;
  if (dtype === 'complex64') {
    throw new DTypeError({
      who: 'evaluateAbstractly',
      expected: 'results of real numbers',
      got: `complex64 ${formatShape(shape)}`,
      hint: 'Return the real and the imaginary part.',
    });
  }
  return { shape: [...shape], dtype };
}

/** A promise that is refused anyway need not be reported a second time. */
function ignore(): void {
  return undefined;
}

function merge(small: readonly StaticTensorSpec[], large: readonly StaticTensorSpec[]): TensorSpec[] {
  if (small.length !== large.length) {
    throw new TraceError({
      who: 'evaluateAbstractly',
      expected: 'the same number of results whatever the size of the unknown axes',
      got: `${small.length} and ${large.length}`,
    });
  }
  return small.map((spec, i) => mergeResult(spec, large[i] ?? spec));
}

function mergeResult(small: StaticTensorSpec, large: StaticTensorSpec): TensorSpec {
  if (small.shape.length !== large.shape.length || small.dtype !== large.dtype) {
    throw new TraceError({
      who: 'evaluateAbstractly',
      expected: 'results of one rank and type whatever the size of the unknown axes',
      got: `${small.dtype} ${formatShape(small.shape)} and ${large.dtype} ${formatShape(large.shape)}`,
    });
  }
  return {
    shape: small.shape.map((size, axis) => (size === large.shape[axis] ? size : null)),
    dtype: small.dtype,
  };
}

/** An assertion of tfjs-core names no caller, and speaks of sizes that the user has never seen. */
function inTermsOf(inputs: readonly TensorSpec[], error: unknown, size: number | undefined): unknown {
  if (!(error instanceof Error) || error.constructor !== Error) return error;
  return new ShapeError({
    who: 'evaluateAbstractly',
    expected: 'inputs that fit together',
    got: inputs.map(({ shape }) => formatShape(shape)).join(' and '),
    hint: size === undefined ? error.message : `With ${size} in the place of None: ${error.message}`,
    cause: error,
  });
}
