import { type Buffer, at, makeBuffer } from './buffer.js';
import { type Kernel, attr, operand, resultShape } from './kernel.js';

type Inputs = Readonly<Record<string, Buffer>>;

/** One example at one step of a buffer `[steps, batch, width]`, to read and to write. */
export function rowOf({ shape, data }: Buffer, step: number, example: number): Float64Array {
  const [, batch = 0, width = 0] = shape;
  const start = (step * batch + example) * width;
  return data.subarray(start, start + width);
}

/** `start[j] + Σ x[k] · kernel[k, j]` for the columns from `first` on, as many as `start` has. */
function product(x: ArrayLike<number>, kernel: Buffer, start: Float64Array, first = 0): Float64Array {
  const [depth = 0, width = 0] = kernel.shape;
  return start.map((value, j) => {
    let sum = value;
    for (let k = 0; k < depth; k++) sum += (x[k] ?? 0) * at(kernel, k * width + first + j);
    return sum;
  });
}

/** Whether a step of an example counts. */
export function lives(mask: Buffer | undefined, step: number, example: number): boolean {
  return mask === undefined || at(mask, step * (mask.shape[1] ?? 0) + example) !== 0;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Runs all steps of all examples; `step` writes the states after it, unless it is masked. */
function forward(
  inputs: Inputs,
  states: readonly Buffer[],
  step: (given: Float64Array, step: number, example: number) => void,
): void {
  const projected = operand(inputs, 'projected');
  const [steps = 0, batch = 0] = projected.shape;
  for (let t = 0; t < steps; t++)
    for (let b = 0; b < batch; b++) {
      for (const state of states) rowOf(state, t + 1, b).set(rowOf(state, t, b));
      const before = states.map((state) => rowOf(state, t, b).slice());
      step(rowOf(projected, t, b), t, b);
      if (lives(inputs['mask'], t, b)) continue;
      states.forEach((state, i) => {
        rowOf(state, t + 1, b).set(before[i] as Float64Array);
      });
    }
}

/** The states of all steps, with the first one in place. */
function statesFrom(first: Buffer, shape: readonly number[]): Buffer {
  const states = makeBuffer(shape);
  states.data.set(first.data);
  return states;
}

const lstm: Kernel = (inputs, _, outputs) => {
  const [hidden, carry] = ['hidden', 'carry'].map((name) =>
    statesFrom(operand(inputs, name), resultShape(outputs)),
  ) as [Buffer, Buffer];
  const gates = makeBuffer(outputs[2]?.shape ?? []);
  const squashed = makeBuffer(outputs[3]?.shape ?? []);
  const units = hidden.shape[2] ?? 0;
  forward(inputs, [hidden, carry], (given, t, b) => {
    const z = product(rowOf(hidden, t, b), operand(inputs, 'recurrentKernel'), given);
    const row = rowOf(gates, t, b);
    row.set(z.map((x, j) => (Math.floor(j / units) === 2 ? Math.tanh(x) : sigmoid(x))));
    const [c, next] = [rowOf(carry, t, b), rowOf(carry, t + 1, b)];
    for (let j = 0; j < units; j++) {
      const [i = 0, f = 0, g = 0, o = 0] = [0, 1, 2, 3].map((gate) => row[gate * units + j]);
      next[j] = f * (c[j] ?? 0) + i * g;
      const squash = Math.tanh(next[j] ?? 0);
      rowOf(squashed, t, b)[j] = squash;
      rowOf(hidden, t + 1, b)[j] = o * squash;
    }
  });
  return [hidden, carry, gates, squashed];
};

const gru: Kernel = (inputs, attrs, outputs) => {
  const hidden = statesFrom(operand(inputs, 'hidden'), resultShape(outputs));
  const gates = makeBuffer(outputs[1]?.shape ?? []);
  const inner = makeBuffer(outputs[2]?.shape ?? []);
  const kernel = operand(inputs, 'recurrentKernel');
  const units = hidden.shape[2] ?? 0;
  const after = attr<boolean>(attrs, 'resetAfter');
  const bias = inputs['recurrentBias']?.data ?? new Float64Array(3 * units);
  forward(inputs, [hidden], (given, t, b) => {
    const [h, row, kept] = [rowOf(hidden, t, b), rowOf(gates, t, b), rowOf(inner, t, b)];
    const z = product(h, kernel, bias);
    for (let j = 0; j < 2 * units; j++) row[j] = sigmoid((given[j] ?? 0) + (z[j] ?? 0));
    const reset = row.slice(units, 2 * units);
    kept.set(after ? z.slice(2 * units) : h.map((value, j) => value * (reset[j] ?? 0)));
    const recurrent = after
      ? kept.map((value, j) => value * (reset[j] ?? 0))
      : product(kept, kernel, new Float64Array(units), 2 * units);
    for (let j = 0; j < units; j++) {
      const candidate = Math.tanh((given[2 * units + j] ?? 0) + (recurrent[j] ?? 0));
      row[2 * units + j] = candidate;
      rowOf(hidden, t + 1, b)[j] = (row[j] ?? 0) * (h[j] ?? 0) + (1 - (row[j] ?? 0)) * candidate;
    }
  });
  return [hidden, gates, inner];
};

const simpleRnn: Kernel = (inputs, _, outputs) => {
  const hidden = statesFrom(operand(inputs, 'hidden'), resultShape(outputs));
  forward(inputs, [hidden], (given, t, b) => {
    const z = product(rowOf(hidden, t, b), operand(inputs, 'recurrentKernel'), given);
    rowOf(hidden, t + 1, b).set(z.map(Math.tanh));
  });
  return [hidden];
};

/** Recurrences over whole sequences. */
export const recurrences: Readonly<Record<string, Kernel>> = {
  LstmSequence: lstm,
  GruSequence: gru,
  SimpleRnnSequence: simpleRnn,
};
