import { type Buffer, broadcastReader, makeBuffer } from './buffer.js';
import { convolutions } from './convolutions.js';
import { relu } from './elementwise.js';
import { type Attrs, type Kernel, attr, resultShape } from './kernel.js';
import { matrix } from './matrix.js';

const activations: Readonly<Record<string, (x: number, attrs: Attrs) => number>> = {
  linear: (x) => x,
  relu,
  relu6: (x) => Math.min(relu(x), 6),
  elu: (x) => (x >= 0 ? x : Math.expm1(x)),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  leakyrelu: (x, attrs) => x * (x > 0 ? 1 : attr<number>(attrs, 'leakyreluAlpha')),
};

/** A product, plus a bias if there is one, through an activation. */
const withEpilogue =
  (product: Kernel): Kernel =>
  (inputs, attrs, outputs) => {
    const shape = resultShape(outputs);
    const [y] = product(inputs, attrs, outputs) as [Buffer];
    const bias = inputs['bias'] === undefined ? () => 0 : broadcastReader(inputs['bias'], shape);
    const name = attr<string | undefined>(attrs, 'activation') ?? 'linear';
    const activate = activations[name] as (typeof activations)[string];
    return [makeBuffer(shape, (i) => activate((y.data[i] ?? 0) + bias(i), attrs))];
  };

/** Products with what follows them, as tfjs-core fuses them. */
export const fusedProducts: Readonly<Record<string, Kernel>> = {
  _FusedMatMul: withEpilogue(matrix['BatchMatMul'] as Kernel),
  FusedConv2D: withEpilogue(convolutions['Conv2D'] as Kernel),
};
