import type { Body, Operation, ScanAttrs, Value } from '@myelin/compiler';
import type { FunctionBuilder } from '../assembler/function-builder.js';
import { bytesOf } from '../memory/elements.js';
import { slack } from '../memory/program-memory.js';
import { type BodyPlace, type Lower, type Lowering, type Work, alone, handedIn } from './lowering.js';
import { bringTo } from './move-values.js';

/**
 * A loop over the steps of sequences. The carries live where the results are; what each step reads of the sequences is
 * copied to one place before it, and what it returns to its own afterwards, so that all steps run the same stages.
 */
export const scan: Lower = (operation, lowering) => {
  const { carries, steps, length, reverse } = operation.attrs as unknown as ScanAttrs;
  const body = operation.body as Body;
  const operands = Object.values(operation.inputs);
  const carried = operation.outputs.slice(0, carries).map(({ id }) => lowering.address(id));
  const places = body.parameters.map((parameter, i): BodyPlace => {
    if (i < carries) return { address: carried[i] as number };
    if (i < carries + steps) return { address: lowering.shared(bytesOf(parameter) + slack) };
    return handedIn(operands[i] as number, lowering);
  });
  lowering.placeBody(body, places);
  const counter = lowering.table([0]);
  const addressAt = (i: number): number => (places[i] as BodyPlace).address;
  return [
    ...bringTo(carried, operands, lowering),
    {
      ...{ kind: 'loop', times: length, reverse, counter },
      stages: [
        fetch(body.parameters.slice(carries, carries + steps), operands.slice(carries), addressAt, {
          ...{ carries, counter, lowering },
        }),
        ...lowering.lower(body.operations),
        store(operation, body, { carries, counter, lowering }),
        ...bringTo(carried, body.results, lowering),
      ],
    },
  ];
};

interface Surroundings {
  readonly carries: number;
  readonly counter: number;
  readonly lowering: Lowering;
}

/** Copies the parts of the sequences that belong to the step. */
function fetch(
  parts: readonly Value[],
  sequences: readonly number[],
  addressAt: (i: number) => number,
  { carries, counter, lowering }: Surroundings,
): Work {
  return alone((code) => {
    parts.forEach((part, i) => {
      code.i32(addressAt(carries + i));
      pushAtStep(code, lowering.address(sequences[i] as number), bytesOf(part), counter);
      code.i32(bytesOf(part)).copyBytes();
    });
  });
}

/** Copies what the step returned to its place among the steps. */
function store(
  { outputs }: Operation,
  { results }: Body,
  { carries, counter, lowering }: Surroundings,
): Work {
  return alone((code) => {
    outputs.slice(carries).forEach(({ id }, i) => {
      const result = results[carries + i] as number;
      const byteLength = bytesOf(lowering.valueOf(result));
      pushAtStep(code, lowering.address(id), byteLength, counter);
      code.i32(lowering.address(result)).i32(byteLength).copyBytes();
    });
  });
}

/** Puts the address of the part of the running step on the stack. */
function pushAtStep(code: FunctionBuilder, start: number, byteLength: number, counter: number): void {
  code.i32(counter).loadI32().i32(byteLength).op('i32.mul').i32(start).op('i32.add');
}
