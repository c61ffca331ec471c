import { type Buffer, at, makeBuffer } from './buffer.js';
import { type Kernel, attr, operand } from './kernel.js';
import { lives, rowOf } from './recurrent.js';

type Inputs = Readonly<Record<string, Buffer>>;

/** Gradients by the states after a step, of one example; they become those by the states before it. */
type StateGradients = readonly Float64Array[];

/**
 * Walks every example from its last step to its first. `step` is told the gradients by the states after it, which it
 * replaces by those by the states before it; masked steps are left out.
 */
function backward(
  inputs: Inputs,
  names: readonly string[],
  step: (by: StateGradients, step: number, example: number) => void,
): Buffer[] {
  const [count = 1, batch = 0, units = 0] = operand(inputs, 'hidden').shape;
  const firsts = names.map(() => makeBuffer([1, batch, units]));
  for (let b = 0; b < batch; b++) {
    const by = names.map((name, i) => {
      const row = rowOf(firsts[i] as Buffer, 0, b);
      const given = inputs[name];
      if (given !== undefined) row.set(given.data.subarray(b * units, (b + 1) * units));
      return row;
    });
    for (let t = count - 2; t >= 0; t--) {
      const upstream = inputs['dSequence'];
      if (upstream !== undefined) addTo(by[0] as Float64Array, rowOf(upstream, t, b));
      if (lives(inputs['mask'], t, b)) step(by, t, b);
    }
  }
  return firsts.map(({ data }) => ({ shape: [batch, units], data }));
}

function addTo(target: Float64Array, values: Float64Array): void {
  values.forEach((value, j) => {
    target[j] = (target[j] ?? 0) + value;
  });
}

/** `Σ by[j] · kernel[k, first + j]` for every row k: back through a product. */
function throughProduct(by: Float64Array, kernel: Buffer, first = 0): Float64Array {
  const [depth = 0, width = 0] = kernel.shape;
  return Float64Array.from({ length: depth }, (_, k) =>
    by.reduce((sum, value, j) => sum + value * at(kernel, k * width + first + j), 0),
  );
}

const slope = (y: number): number => y * (1 - y);
const tanhSlope = (y: number): number => 1 - y * y;

const lstm: Kernel = (inputs, _, outputs) => {
  const projected = makeBuffer(outputs[0]?.shape ?? []);
  const read = (name: string, t: number, b: number): Float64Array => rowOf(operand(inputs, name), t, b);
  const firsts = backward(inputs, ['dHidden', 'dCarry'], ([byHidden, byCarry], t, b) => {
    const [dHidden, dCarry] = [byHidden as Float64Array, byCarry as Float64Array];
    const [gates, squashed, carry] = [read('gates', t, b), read('squashed', t, b), read('carry', t, b)];
    const [row, units] = [rowOf(projected, t, b), dHidden.length];
    for (let j = 0; j < units; j++) {
      const [i = 0, f = 0, g = 0, o = 0] = [0, 1, 2, 3].map((gate) => gates[gate * units + j]);
      const [d, out] = [dHidden[j] ?? 0, squashed[j] ?? 0];
      const e = (dCarry[j] ?? 0) + d * o * tanhSlope(out);
      row[j] = e * g * slope(i);
      row[units + j] = e * (carry[j] ?? 0) * slope(f);
      row[2 * units + j] = e * i * tanhSlope(g);
      row[3 * units + j] = d * out * slope(o);
      dCarry[j] = e * f;
    }
    dHidden.set(throughProduct(row, operand(inputs, 'recurrentKernel')));
  });
  return [projected, ...firsts];
};

const gru: Kernel = (inputs, attrs, outputs) => {
  const projected = makeBuffer(outputs[0]?.shape ?? []);
  const multiplied = makeBuffer(projected.shape);
  const kernel = operand(inputs, 'recurrentKernel');
  const after = attr<boolean>(attrs, 'resetAfter');
  const read = (name: string, t: number, b: number): Float64Array => rowOf(operand(inputs, name), t, b);
  const firsts = backward(inputs, ['dHidden'], ([byHidden], t, b) => {
    const dHidden = byHidden as Float64Array;
    const [gates, inner, hidden] = [read('gates', t, b), read('inner', t, b), read('hidden', t, b)];
    const [row, units] = [rowOf(projected, t, b), dHidden.length];
    const gate = (index: number): Float64Array => gates.subarray(index * units, (index + 1) * units);
    const [z, r, g] = [gate(0), gate(1), gate(2)];
    const byCandidate = dHidden.map((d, j) => d * (1 - (z[j] ?? 0)) * tanhSlope(g[j] ?? 0));
    const byGated = after ? byCandidate : throughProduct(byCandidate, kernel, 2 * units);
    const gated = after ? inner : hidden;
    row.set(dHidden.map((d, j) => d * ((hidden[j] ?? 0) - (g[j] ?? 0)) * slope(z[j] ?? 0)));
    row.set(
      byGated.map((d, j) => d * (gated[j] ?? 0) * slope(r[j] ?? 0)),
      units,
    );
    row.set(byCandidate, 2 * units);
    const byInner = byGated.map((d, j) => d * (r[j] ?? 0));
    const next = dHidden.map((d, j) => d * (z[j] ?? 0));
    if (after) {
      rowOf(multiplied, t, b).set(row);
      rowOf(multiplied, t, b).set(byInner, 2 * units);
      addTo(next, throughProduct(rowOf(multiplied, t, b), kernel));
    } else {
      addTo(next, byInner);
      addTo(next, throughProduct(row.subarray(0, 2 * units), kernel));
    }
    dHidden.set(next);
  });
  return [projected, ...(after ? [multiplied] : []), ...firsts];
};

const simpleRnn: Kernel = (inputs, _, outputs) => {
  const projected = makeBuffer(outputs[0]?.shape ?? []);
  const hidden = operand(inputs, 'hidden');
  const firsts = backward(inputs, ['dHidden'], ([byHidden], t, b) => {
    const dHidden = byHidden as Float64Array;
    const row = rowOf(projected, t, b);
    const next = rowOf(hidden, t + 1, b);
    row.set(dHidden.map((d, j) => d * tanhSlope(next[j] ?? 0)));
    dHidden.set(throughProduct(row, operand(inputs, 'recurrentKernel')));
  });
  return [projected, ...firsts];
};

/** Gradients of the recurrences over whole sequences. */
export const recurrentGradients: Readonly<Record<string, Kernel>> = {
  LstmSequenceGradient: lstm,
  GruSequenceGradient: gru,
  SimpleRnnSequenceGradient: simpleRnn,
};
