/** Measures jax-js on one workload, a chain of dense layers: `node jax-js.mjs <workload>`. */
import {
  type Array as JaxArray,
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  nn,
  numpy as np,
  tree,
  valueAndGrad,
} from '@jax-js/jax';
import { type Measured, batchSize, elapsed, timeEpochs } from '../timing.js';
import { type Task, sizeOf, tasks } from '../tasks.js';

/** Weights and biases in turn. */
type Weights = JaxArray[];
/** Weights with Adam's moments of each. */
type State = {
  readonly weights: Weights;
  readonly means: Weights;
  readonly squares: Weights;
};

const [name = ''] = process.argv.slice(2);
const widths: Readonly<Record<string, readonly number[]>> = {
  regression: [8, 5, 5, 1],
  mlp: [784, 128, 10],
  'mlp-course': [784, 784, 100, 10],
  autoencoder: [784, 32, 784],
};
const sizes = widths[name];
if (sizes === undefined) throw new Error('is written by hand, for chains of dense layers only');
const { loss, data } = tasks[name] as Task;
await init('wasm');
defaultDevice('wasm');

/** In jax-js every use of an array is its last, unless it takes a reference. */
function forward(weights: Weights, x: JaxArray): JaxArray {
  let y = x;
  for (let i = 0; i < weights.length; i += 2) {
    y = np.matmul(y, weights[i] as JaxArray).add(weights[i + 1] as JaxArray);
    if (i + 2 < weights.length) y = nn.relu(y);
  }
  return y;
}

function lossOf(weights: Weights, x: JaxArray, y: JaxArray): JaxArray {
  const logits = forward(weights, x);
  if (loss === 'mse') return np.square(logits.sub(y)).mean();
  if (loss === 'binary_crossentropy') {
    // From logits, which takes less than the two logarithms of the others.
    return nn.softplus(logits.ref).sub(logits.mul(y)).mean();
  }
  return nn.logSoftmax(logits).mul(y).sum(-1).mean().neg();
}

const [rate, decay, squareDecay, epsilon] = [0.001, 0.9, 0.999, 1e-7];

const step = jit((state: State, x: JaxArray, y: JaxArray, alpha: JaxArray) => {
  const [value, gradients] = valueAndGrad(lossOf)(
    state.weights.map((weight) => weight.ref),
    x,
    y,
  ) as [JaxArray, Weights];
  const means: Weights = [];
  const squares: Weights = [];
  const weights = state.weights.map((weight, i) => {
    const gradient = gradients[i] as JaxArray;
    const mean = (state.means[i] as JaxArray).mul(decay).add(gradient.ref.mul(1 - decay));
    const square = (state.squares[i] as JaxArray)
      .mul(squareDecay)
      .add(np.square(gradient).mul(1 - squareDecay));
    means.push(mean.ref);
    squares.push(square.ref);
    return weight.sub(mean.mul(alpha.ref).div(np.sqrt(square).add(epsilon)));
  });
  return { state: { weights, means, squares }, value };
});

const shapes = sizes.slice(1).flatMap((width, i) => [[sizes[i] ?? 0, width], [width]]);
const zeros = (): Weights => shapes.map((shape) => np.zeros(shape));
let state: State = {
  weights: shapes.map((shape) => {
    const values = Float32Array.from({ length: sizeOf(shape) }, (_, i) =>
      shape.length === 1 ? 0 : 0.05 * Math.sin(i * i),
    );
    return np.array(values, { shape });
  }),
  means: zeros(),
  squares: zeros(),
};
let time = 0;
/** Adam's step size at a time, with both corrections in it. */
const stepSize = (at: number): number => (rate * Math.sqrt(1 - squareDecay ** at)) / (1 - decay ** at);

const { x, y } = data();
const examples = x.shape[0] ?? 0;
const classCount = sizes.at(-1) ?? 1;
const targets =
  loss === 'sparse_categorical_crossentropy'
    ? Float32Array.from({ length: examples * classCount }, (_, i) =>
        Number(Number(y.data[Math.floor(i / classCount)]) === i % classCount),
      )
    : (y.data as Float32Array);

/** The same batches in every epoch: it has no data in one piece to gather rows from. */
async function train(rows: number): Promise<void> {
  const batch = (all: Float32Array, width: number, from: number): JaxArray =>
    np.array(all.slice(from * width, (from + batchSize) * width), { shape: [batchSize, width] });
  for (let from = 0; from < rows; from += batchSize) {
    const { state: next, value } = step(
      state,
      batch(x.data as Float32Array, sizes?.[0] ?? 1, from),
      batch(targets, classCount, from),
      np.array(stepSize(++time)),
    );
    state = next;
    // What is not awaited piles up, and is gone through again for every array.
    await value.blockUntilReady();
    value.dispose();
  }
  await blockUntilReady(tree.ref(state.weights));
}

const firstFitMs = await elapsed(() => train(batchSize));
const stepMs = await timeEpochs(examples / batchSize, () => train(examples));
const measured: Measured = { stepMs, firstFitMs, runner: 'jax-js 0.1.25, wasm' };
console.log(JSON.stringify(measured));
process.exit();
