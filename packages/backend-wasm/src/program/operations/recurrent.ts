import type { Operation } from '@myelin/compiler';
import type { NativeKernels } from '../../native/native-kernels.js';
import { writeRange } from '../loops/work-range.js';
import { elementBytes } from '../memory/elements.js';
import { type Argument, type Lower, type Lowering, callKernel, operandOf, together } from './lowering.js';

interface Size {
  readonly steps: number;
  readonly batch: number;
  readonly units: number;
}

/** Of a recurrence, whose first result holds the states before and after every step; of a gradient, which is given it. */
function sizeOf(operation: Operation, lowering: Lowering): Size {
  const isGradient = operation.op.endsWith('Gradient');
  const states = isGradient ? lowering.valueOf(operandOf(operation, 'hidden')) : operation.outputs[0];
  const [count = 1, batch = 0, units = 0] = states?.shape ?? [];
  return { steps: count - 1, batch, units };
}

interface Parts {
  readonly kernel: keyof NativeKernels;
  /** Bytes that a thread needs for itself. */
  readonly scratch: (kernels: NativeKernels, size: Size) => number;
  /** Operands in the order of the kernel, the mask among them; a missing one is 0. */
  readonly operands: readonly string[];
  /** Whether there is an argument `resetAfter`, behind the mask. */
  readonly resets?: boolean;
  /** Places of results among those of the operation; undefined where it has none. */
  readonly results: (operation: Operation) => readonly (number | undefined)[];
}

/** All steps of some examples: threads share out the batch. */
const recurrence =
  ({ kernel, scratch, operands, resets = false, results }: Parts): Lower =>
  (operation, lowering) => {
    const size = sizeOf(operation, lowering);
    const { steps, batch, units } = size;
    const addressOf = (id: number | undefined): number => (id === undefined ? 0 : lowering.address(id));
    const given = operands.flatMap((name): Argument[] => {
      const address = addressOf(operation.inputs[name]);
      if (name !== 'mask') return [address];
      return [address, elementBytes, ...(resets ? [Number(operation.attrs['resetAfter'])] : [])];
    });
    const written = results(operation).map((index) =>
      addressOf(index === undefined ? undefined : operation.outputs[index]?.id),
    );
    const own = lowering.scratch(scratch(lowering.kernels, size));
    return [
      together((code) => {
        const { first, last } = writeRange(code, batch);
        const range = [steps, batch, units, { local: first }, { local: last }];
        callKernel(code, lowering, kernel, [...given, ...range, ...written, own]);
      }),
    ];
  };

const all = ({ outputs }: Operation): number[] => outputs.map((_, i) => i);

/** With the reset after the product a gradient has one more result. */
const ofGru = ({ outputs }: Operation): (number | undefined)[] =>
  outputs.length === 3 ? [0, 1, 2] : [0, undefined, 1];

export const lstmSequence: Lower = recurrence({
  kernel: 'lstmSequence',
  scratch: (kernels, { units }) => kernels.lstmScratch(units),
  operands: ['projected', 'recurrentKernel', 'hidden', 'carry', 'mask'],
  results: all,
});

export const lstmSequenceGradient: Lower = recurrence({
  kernel: 'lstmSequenceGradient',
  scratch: (kernels, { units }) => kernels.lstmGradientScratch(units),
  operands: ['recurrentKernel', 'mask', 'carry', 'gates', 'squashed', 'dSequence', 'dHidden', 'dCarry'],
  results: all,
});

export const gruSequence: Lower = recurrence({
  kernel: 'gruSequence',
  scratch: (kernels, { units }) => kernels.gruScratch(units),
  operands: ['projected', 'recurrentKernel', 'recurrentBias', 'hidden', 'mask'],
  resets: true,
  results: all,
});

export const gruSequenceGradient: Lower = recurrence({
  kernel: 'gruSequenceGradient',
  scratch: (kernels, { units, batch }) => kernels.gruGradientScratch(units, batch),
  operands: ['recurrentKernel', 'mask', 'hidden', 'gates', 'inner', 'dSequence', 'dHidden'],
  resets: true,
  results: ofGru,
});

export const simpleRnnSequence: Lower = recurrence({
  kernel: 'simpleRnnSequence',
  scratch: (kernels, { units }) => kernels.simpleRnnScratch(units),
  operands: ['projected', 'recurrentKernel', 'hidden', 'mask'],
  results: all,
});

export const simpleRnnSequenceGradient: Lower = recurrence({
  kernel: 'simpleRnnSequenceGradient',
  scratch: (kernels, { units }) => kernels.simpleRnnScratch(units),
  operands: ['recurrentKernel', 'mask', 'hidden', 'dSequence', 'dHidden'],
  results: all,
});
