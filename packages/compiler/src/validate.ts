import { TraceError, formatShape } from '@myelin/core';
import { applyKernelRule } from '@myelin/ops';
import type { Program, Value } from './ir.js';

/**
 * Checks that a program is sound: every value is defined once and before it is used, every operation returns what the
 * rule of its kernel says, and every update fits its variable.
 *
 * @throws TraceError naming the first operation that is not.
 */
export function validateProgram({ name, leaves, operations, outputs, updates }: Program): void {
  const values = new Map<number, Value>();
  const fail = (where: string, expected: string, got: string): never => {
    throw new TraceError({ who: `program ${name}, ${where}`, expected, got });
  };
  const define = (value: Value, where: string): void => {
    if (values.has(value.id)) fail(where, `a new value`, `%${value.id} a second time`);
    values.set(value.id, value);
  };
  const use = (id: number, where: string): Value =>
    values.get(id) ?? fail(where, 'values that are defined before', `%${id}`);

  for (const leaf of leaves) define(leaf.value, leaf.kind);
  for (const { op, inputs, attrs, outputs: results } of operations) {
    const operands = Object.fromEntries(
      Object.entries(inputs).map(([key, id]) => {
        const { shape, dtype } = use(id, op);
        return [key, { shape: [...shape], dtype }];
      }),
    );
    const ruled = applyKernelRule(op, operands, attrs);
    const specs = Array.isArray(ruled) ? ruled : [ruled];
    if (specs.length !== results.length) fail(op, `${specs.length} results`, String(results.length));
    specs.forEach((spec, i) => {
      const result = results[i] as Value;
      if (formatShape(spec.shape) !== formatShape(result.shape) || spec.dtype !== result.dtype) {
        fail(op, `${spec.dtype} ${formatShape(spec.shape)}`, `${result.dtype} ${formatShape(result.shape)}`);
      }
    });
    for (const result of results) define(result, op);
  }
  for (const id of outputs) use(id, 'return');
  for (const { variable, value } of updates) {
    const { shape } = use(value, `update ${variable.path}`);
    if (formatShape(shape) !== formatShape(variable.shape)) {
      fail(`update ${variable.path}`, formatShape(variable.shape), formatShape(shape));
    }
  }
}
