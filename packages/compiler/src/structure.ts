import type { Body, Operation, Value, bodyNames } from './ir.js';

type Typed = Pick<Value, 'shape' | 'dtype'>;

/** What a body takes and returns. */
interface BodyTypes {
  readonly parameters: readonly Typed[];
  readonly results: readonly Typed[];
}

/** What an operation with bodies asks of them, and what it returns. */
export interface Structure {
  readonly bodies: Partial<Record<(typeof bodyNames)[number], BodyTypes>>;
  readonly outputs: readonly Typed[];
}

type Fail = (expected: string, got: string) => never;
type StructureRule = (operation: Operation, operands: readonly Value[], fail: Fail) => Structure;

/** How a `Scan` sorts its operands: first the carries, then what it reads one step at a time, then the rest. */
export interface ScanAttrs {
  readonly carries: number;
  /** How many operands after the carries have the steps as their first axis. */
  readonly steps: number;
  readonly length: number;
  /** Whether it goes from the last step to the first. */
  readonly reverse: boolean;
}

const flag: Typed = { shape: [], dtype: 'bool' };

const structures: Readonly<Record<string, StructureRule>> = {
  /** Runs its body once. */
  Fused: ({ outputs }, operands) => ({
    bodies: { body: { parameters: operands, results: outputs } },
    outputs,
  }),

  /** Runs one of its bodies on all operands but the first, the condition. */
  Cond: ({ outputs }, [condition, ...parameters], fail) => {
    if (condition?.dtype !== 'bool' || condition.shape.length > 0) {
      fail('a bool of no axes as its first operand', String(condition?.dtype));
    }
    const branch = { parameters, results: outputs };
    return { bodies: { body: branch, otherwise: branch }, outputs };
  },

  /** Runs its body while its test holds. The first operands, as many as `carries`, come from the step before. */
  While: ({ attrs }, operands, fail) => {
    const carries = operands.slice(0, count(attrs['carries'], operands.length, fail));
    return {
      bodies: {
        test: { parameters: operands, results: [flag] },
        body: { parameters: operands, results: carries },
      },
      outputs: carries,
    };
  },

  /** Runs its body once for each step; returns the last carries and, along a new first axis, the other results. */
  Scan: ({ attrs, outputs }, operands, fail) => {
    const { carries, steps, length } = attrs as unknown as ScanAttrs;
    count(carries, operands.length, fail);
    count(steps, operands.length - carries, fail);
    if (!Number.isInteger(length) || length < 1) fail('a length of at least 1', String(length));
    const step = ({ shape, dtype }: Typed): Typed => {
      if (shape[0] !== length) fail(`${length} steps`, String(shape[0]));
      return { shape: shape.slice(1), dtype };
    };
    const carried = operands.slice(0, carries);
    const sliced = operands.slice(carries, carries + steps).map(step);
    const stacked = outputs.slice(carries);
    return {
      bodies: {
        body: {
          parameters: [...carried, ...sliced, ...operands.slice(carries + steps)],
          results: [...carried, ...stacked.map(step)],
        },
      },
      outputs: [...carried, ...stacked],
    };
  },
};

function count(given: unknown, most: number, fail: Fail): number {
  const sound = typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= most;
  return sound ? given : fail(`a number of operands from 0 to ${most}`, String(given));
}

/** Whether an operation has bodies, which state what it computes. */
export function isStructural(op: string): boolean {
  return Object.hasOwn(structures, op);
}

/** What an operation with bodies asks of them; it reports through `fail` where its operands cannot fit. */
export function structureOf(operation: Operation, operands: readonly Value[], fail: Fail): Structure {
  return (structures[operation.op] as StructureRule)(operation, operands, fail);
}

/** The body of an operation that the validator has seen. */
export function bodyOf({ body }: Operation): Body {
  return body as Body;
}
