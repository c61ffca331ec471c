import { expect, test } from 'vitest';
import type { Address, NativeKernels } from './native-kernels.js';
import { type Heap, describeNative, noise } from './testing/heap.js';

interface Size {
  readonly steps: number;
  readonly batch: number;
  readonly units: number;
  /** Whether there is a gradient by the last state only, and not by those of every step. */
  readonly onlyLast?: boolean;
}

/** What runs a recurrence and its gradient for some examples, and where the results are: address and length. */
interface Setup {
  readonly run: (kernels: NativeKernels, first: number, last: number, scratch: Address) => void;
  readonly scratch: (kernels: NativeKernels) => number;
  readonly results: readonly (readonly [Address, number])[];
}

/** In place, the gates lie where the input lay, and their gradients where they lay. */
type Prepare = (heap: Heap, size: Size, mask: Address, inPlace: boolean) => Setup;

const lstm: Prepare = (heap, { steps, batch, units, onlyLast }, mask, inPlace) => {
  const [states, gates, rows] = [(steps + 1) * batch * units, 4 * steps * batch * units, batch * units];
  const [x, kernel] = [heap.put(noise(gates)), heap.put(noise(4 * units * units, 2))];
  const [h, c] = [heap.put(noise(rows, 3)), heap.put(noise(rows, 4))];
  const [hidden, carry, z] = [heap.take(states), heap.take(states), inPlace ? x : heap.take(gates)];
  const squashed = heap.take(steps * rows);
  const bySequence = onlyLast ? 0 : heap.put(noise(steps * rows, 5));
  const [byHidden, byCarry] = [heap.put(noise(rows, 6)), heap.put(noise(rows, 7))];
  const [dz, dh, dc] = [inPlace ? z : heap.take(gates), heap.take(rows), heap.take(rows)];
  return {
    scratch: (k) => Math.max(k.lstmScratch(units), k.lstmGradientScratch(units)),
    run(k, first, last, scratch) {
      k.lstmSequence(x, kernel, h, c, mask, 1, steps, batch, units, first, last, hidden, carry, z, squashed, scratch); // prettier-ignore
      k.lstmSequenceGradient(kernel, mask, 1, carry, z, squashed, bySequence, byHidden, byCarry, steps, batch, units, first, last, dz, dh, dc, scratch); // prettier-ignore
    },
    results: [[hidden, states], [carry, states], [dz, gates], [dh, rows], [dc, rows]], // prettier-ignore
  };
};

const gru =
  (resetAfter: boolean): Prepare =>
  (heap, { steps, batch, units, onlyLast }, mask, inPlace) => {
    const [states, gates, rows] = [(steps + 1) * batch * units, 3 * steps * batch * units, batch * units];
    const [x, kernel] = [heap.put(noise(gates)), heap.put(noise(3 * units * units, 2))];
    const [h, bias] = [heap.put(noise(rows, 3)), resetAfter ? heap.put(noise(3 * units, 4)) : 0];
    const [hidden, z, inner] = [heap.take(states), inPlace ? x : heap.take(gates), heap.take(steps * rows)];
    const bySequence = onlyLast ? 0 : heap.put(noise(steps * rows, 5));
    const byHidden = heap.put(noise(rows, 6));
    const [dz, products, dh] = [inPlace ? z : heap.take(gates), heap.take(gates), heap.take(rows)];
    heap.floats(products, gates).fill(0);
    return {
      scratch: (k) => Math.max(k.gruScratch(units), k.gruGradientScratch(units, batch)),
      run(k, first, last, scratch) {
        k.gruSequence(x, kernel, bias, h, mask, 1, resetAfter, steps, batch, units, first, last, hidden, z, inner, scratch); // prettier-ignore
        k.gruSequenceGradient(kernel, mask, 1, resetAfter, hidden, z, inner, bySequence, byHidden, steps, batch, units, first, last, dz, products, dh, scratch); // prettier-ignore
      },
      results: [[hidden, states], [dz, gates], [products, gates], [dh, rows]], // prettier-ignore
    };
  };

const simpleRnn: Prepare = (heap, { steps, batch, units, onlyLast }, mask) => {
  const [states, rows] = [(steps + 1) * batch * units, batch * units];
  const [x, kernel] = [heap.put(noise(steps * rows)), heap.put(noise(units * units, 2))];
  const [h, hidden] = [heap.put(noise(rows, 3)), heap.take(states)];
  const bySequence = onlyLast ? 0 : heap.put(noise(steps * rows, 5));
  const byHidden = heap.put(noise(rows, 6));
  const [dx, dh] = [heap.take(steps * rows), heap.take(rows)];
  return {
    scratch: (k) => k.simpleRnnScratch(units),
    run(k, first, last, scratch) {
      k.simpleRnnSequence(x, kernel, h, mask, 1, steps, batch, units, first, last, hidden, scratch);
      k.simpleRnnSequenceGradient(kernel, mask, 1, hidden, bySequence, byHidden, steps, batch, units, first, last, dx, dh, scratch); // prettier-ignore
    },
    results: [[hidden, states], [dx, steps * rows], [dh, rows]], // prettier-ignore
  };
};

const recurrences: Readonly<Record<string, Prepare>> = {
  lstm,
  'gru, reset after': gru(true),
  'gru, reset before': gru(false),
  'simple rnn': simpleRnn,
};

/** All results, when the examples are run in these ranges. */
function bitsOf(
  heap: Heap,
  prepare: Prepare,
  size: Size,
  masked: boolean,
  ranges: readonly number[],
  { inPlace = false, wide = false } = {},
): number[] {
  const { kernels } = heap;
  kernels.setWorkspace(heap.take(kernels.workspaceBytes() / 4), wide);
  const mask = masked ? heap.take(size.steps * size.batch) : 0;
  new Uint8Array(heap.memory.buffer, mask, masked ? size.steps * size.batch : 0).forEach((_, i, bytes) => {
    bytes[i] = Number(i % 3 !== 1);
  });
  const setup = prepare(heap, size, mask, inPlace);
  const scratch = heap.take(setup.scratch(kernels) / 4);
  ranges.slice(1).forEach((last, i) => {
    setup.run(kernels, ranges[i] ?? 0, last, scratch);
  });
  const bits = setup.results.flatMap(([address, length]) => [...heap.ints(address, length)]);
  heap.clear();
  return bits;
}

describeNative('recurrences', (heap) => {
  test.each(Object.entries(recurrences))(
    '%s: parts have the bits of the whole, in place and with pairs of panels, too',
    (_, prepare) => {
      for (const units of [1, 3, 4, 7, 16, 33]) {
        for (const masked of [false, true]) {
          const size = { steps: 3, batch: 7, units };
          const whole = bitsOf(heap, prepare, size, masked, [0, 7]);
          expect(bitsOf(heap, prepare, size, masked, [0, 2, 2, 3, 7])).toEqual(whole);
          expect(bitsOf(heap, prepare, size, masked, [0, 7], { inPlace: true })).toEqual(whole);
          expect(bitsOf(heap, prepare, size, masked, [0, 3, 7], { wide: true })).toEqual(whole);
        }
      }
    },
  );

  test.each(Object.entries(recurrences))(
    '%s: gradients fade to 0, never to denormal numbers',
    (_, prepare) => {
      const size = { steps: 600, batch: 4, units: 2, onlyLast: true };
      const bits = Int32Array.from(bitsOf(heap, prepare, size, false, [0, 4]));
      const numbers = [...new Float32Array(bits.buffer)].map(Math.abs);
      expect(numbers.some((x) => x > 0 && x < 1e-20)).toBe(true);
      expect(numbers.filter((x) => x > 0 && x < 2 ** -126)).toEqual([]);
    },
  );
});
