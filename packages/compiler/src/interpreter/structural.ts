import type { Body, Operation } from '../ir.js';
import { type ScanAttrs, bodyOf } from '../structure.js';
import { type Buffer, at, makeBuffer } from './buffer.js';

/** Runs a body on the values of its parameters. */
type RunBody = (body: Body, args: readonly Buffer[]) => Buffer[];

type StructuralKernel = (operation: Operation, operands: readonly Buffer[], run: RunBody) => Buffer[];

/** Operations that run bodies. */
export const structural: Readonly<Record<string, StructuralKernel>> = {
  Fused: (operation, operands, run) => run(bodyOf(operation), operands),

  Cond: (operation, [condition, ...args], run) =>
    run(at(condition as Buffer, 0) !== 0 ? bodyOf(operation) : (operation.otherwise as Body), args),

  While: (operation, operands, run) => {
    const carries = Number(operation.attrs['carries']);
    const invariant = operands.slice(carries);
    let carried = operands.slice(0, carries);
    const goesOn = (): boolean => {
      const [answer] = run(operation.test as Body, [...carried, ...invariant]);
      return at(answer as Buffer, 0) !== 0;
    };
    while (goesOn()) carried = run(bodyOf(operation), [...carried, ...invariant]);
    return [...carried];
  },

  Scan: (operation, operands, run) => {
    const { carries, steps, length, reverse } = operation.attrs as unknown as ScanAttrs;
    const sliced = operands.slice(carries, carries + steps);
    const invariant = operands.slice(carries + steps);
    const stacked = operation.outputs.slice(carries).map(({ shape }) => makeBuffer(shape));
    let carried = operands.slice(0, carries);
    for (let i = 0; i < length; i++) {
      const step = reverse ? length - 1 - i : i;
      const slices = sliced.map((buffer) => stepOf(buffer, step));
      const results = run(bodyOf(operation), [...carried, ...slices, ...invariant]);
      carried = results.slice(0, carries);
      results.slice(carries).forEach(({ data }, k) => stacked[k]?.data.set(data, step * data.length));
    }
    return [...carried, ...stacked];
  },
};

function stepOf({ shape, data }: Buffer, step: number): Buffer {
  const size = data.length / (shape[0] ?? 1);
  return { shape: shape.slice(1), data: data.slice(step * size, (step + 1) * size) };
}
