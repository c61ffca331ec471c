/** Models of ours for Keras to open, each with data; compiled ones have trained for an epoch. */
import { NdArray } from '../../packages/core/dist/index.js';
import * as l from '../../packages/layers/dist/index.js';
import { int4QuantizationConfig } from '../../packages/layers/dist/quantizers/index.js';
import { functional, sequential } from '../../packages/models/dist/index.js';

function wave(shape, frequency) {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => Math.sin(frequency * i) + 0.5 * Math.cos(1.3 * i)),
    shape,
  );
}

function classes(count, width) {
  const rows = new Float32Array(count * width);
  for (let i = 0; i < count; i++) rows[i * width + ((i * 7) % width)] = 1;
  return new NdArray(rows, [count, width]);
}

/** 20 sequences of 4 steps; the last two of every third are zeros. */
function maskedSteps() {
  const steps = wave([20, 4, 3], 0.9);
  for (let i = 0; i < 20; i++) if (i % 3 === 0) steps.data.fill(0, i * 12 + 6, i * 12 + 12);
  return steps;
}

async function trained(model, compile, inputs, targets) {
  model.compile(compile);
  await model.fit(inputs.length === 1 ? inputs[0] : inputs, targets.length === 1 ? targets[0] : targets, {
    batchSize: 8,
    shuffle: false,
    verbose: 0,
  });
  return { model, inputs, targets };
}

/** Words become vectors, and vectors words, in whole numbers. */
async function quantized(mode) {
  const words = l.input({ shape: [5], dtype: 'int32' });
  const both = l.reversibleEmbedding({ inputDim: 9, outputDim: 5, tieWeights: mode === 'int8' });
  const sum = l.add()([both(words), l.embedding({ inputDim: 9, outputDim: 5 })(words)]);
  const heads = { equation: 'abc,cde->abde', outputShape: [null, 3, 2], biasAxes: 'de', activation: 'relu' };
  const back = { equation: 'abde,dec->abc', outputShape: [null, 5] };
  const features = l.einsumDense(back)(l.einsumDense(heads)(sum));
  const outputs = both(l.dense({ units: 5 })(features), { reverse: true });
  const model = functional({ inputs: words, outputs });
  model.setWeights(model.weights.map(({ shape }, i) => wave(shape, 0.7 + 0.1 * i)));
  await model.quantize(mode, mode === 'int4' ? { config: int4QuantizationConfig({ blockSize: 4 }) } : {});
  const tokens = Int32Array.from({ length: 35 }, (_, i) => (i * 5) % 9);
  return { model, inputs: [new NdArray(tokens, [7, 5])] };
}

export const models = {
  mlp: () =>
    trained(
      sequential([
        l.dense({ units: 8, activation: 'relu', inputShape: [6] }),
        l.dropout({ rate: 0 }),
        l.dense({ units: 3, activation: 'softmax' }),
      ]),
      { optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] },
      [wave([20, 6], 0.7)],
      [classes(20, 3)],
    ),
  cnn: () =>
    trained(
      sequential([
        l.conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'relu', inputShape: [8, 8, 2] }),
        l.batchNormalization(),
        l.maxPooling2d({ poolSize: 2 }),
        l.averagePooling2d({ poolSize: 2 }),
        l.flatten(),
        l.dense({ units: 2, activation: 'softmax', kernelRegularizer: 'l2' }),
      ]),
      { optimizer: 'sgd', loss: 'categorical_crossentropy' },
      [wave([12, 8, 8, 2], 0.3)],
      [classes(12, 2)],
    ),
  branches() {
    const x = l.input({ shape: [5] });
    const shared = l.dense({ units: 4, activation: 'tanh' });
    const left = shared(x);
    const right = shared(l.activation({ activation: 'relu' })(x));
    const outputs = l.dense({ units: 1 })(l.concatenate()([l.add()([left, right]), left]));
    return trained(
      functional({ inputs: x, outputs }),
      { optimizer: 'rmsprop', loss: 'mse', metrics: ['mae'] },
      [wave([20, 5], 0.9)],
      [wave([20, 1], 0.4)],
    );
  },
  nested() {
    const x = l.input({ shape: [12] });
    const inner = sequential([
      l.reshape({ targetShape: [3, 4], inputShape: [12] }),
      l.flatten(),
      l.dense({ units: 6 }),
    ]);
    const outputs = l.dense({ units: 2 })(inner(x));
    return trained(
      functional({ inputs: x, outputs }),
      { optimizer: 'adamw', loss: 'mae' },
      [wave([20, 12], 0.9)],
      [wave([20, 2], 0.4)],
    );
  },
  outputs() {
    const [left, right] = [l.input({ shape: [3], name: 'left' }), l.input({ shape: [4], name: 'right' })];
    const both = l.concatenate()([left, right]);
    const value = l.dense({ units: 1, name: 'value' })(both);
    const kind = l.dense({ units: 3, activation: 'softmax', name: 'kind' })(both);
    return trained(
      functional({ inputs: [left, right], outputs: [value, kind] }),
      {
        optimizer: 'adam',
        loss: { value: 'mae', kind: 'categorical_crossentropy' },
        lossWeights: [2, 0.5],
        metrics: [['mse'], 'accuracy'],
        weightedMetrics: { kind: ['accuracy'] },
      },
      [wave([20, 3], 0.9), wave([20, 4], 0.4)],
      [wave([20, 1], 0.3), classes(20, 3)],
    );
  },
  keyed() {
    const [left, right] = [l.input({ shape: [3], name: 'left' }), l.input({ shape: [4], name: 'right' })];
    const both = l.concatenate()([left, right]);
    const size = l.dense({ units: 1 })(both);
    const kind = l.dense({ units: 3, activation: 'softmax' })(both);
    return trained(
      functional({ inputs: { right, left }, outputs: { size, kind } }),
      {
        optimizer: 'sgd',
        loss: { kind: 'categorical_crossentropy', size: 'mse' },
        lossWeights: { kind: 2, size: 0.25 },
        metrics: { size: ['mae'] },
      },
      { left: wave([20, 3], 0.9), right: wave([20, 4], 0.4) },
      { size: wave([20, 1], 0.3), kind: classes(20, 3) },
    );
  },
  masks() {
    const [words, values] = [
      l.input({ shape: [4], dtype: 'int32', name: 'words' }),
      l.input({ shape: [4, 3], name: 'values' }),
    ];
    // With a penalty the gradient is dense in Keras too, so that Adam treats it alike.
    const a = l.embedding({ inputDim: 8, outputDim: 3, maskZero: true, embeddingsRegularizer: 'l2' })(words);
    const b = l.masking({ maskValue: 0 })(values);
    const inner = sequential([l.relu({ maxValue: 2 }), l.dense({ units: 4 })]);
    const both = l.batchNormalization()(inner(l.concatenate()([l.add()([a, b]), values])));
    const outputs = l.dense({ units: 1 })(
      l.globalAveragePooling1d()(l.concatenate({ axis: 1 })([both, l.dense({ units: 4 })(a)])),
    );
    const tokens = new NdArray(
      Int32Array.from({ length: 80 }, (_, i) => (i % 4 === 0 ? 1 : (i * 5) % 8)),
      [20, 4],
    );
    const steps = maskedSteps();
    return trained(
      functional({ inputs: [words, values], outputs }),
      { optimizer: 'adam', loss: 'mse', metrics: ['mae'] },
      [tokens, steps],
      [wave([20, 1], 0.4)],
    );
  },
  recurrent() {
    const [words, values] = [
      l.input({ shape: [5], dtype: 'int32', name: 'words' }),
      l.input({ shape: [4, 3], name: 'values' }),
    ];
    const embedded = l.embedding({ inputDim: 8, outputDim: 3, maskZero: true, embeddingsRegularizer: 'l2' })(
      words,
    );
    const encoder = l.lstm({ units: 4, returnSequences: true, returnState: true });
    const [sequence, ...states] = encoder(embedded);
    const decoded = l.lstm({ units: 4, recurrentActivation: 'hard_sigmoid' })(values, {
      initialState: states,
    });
    const back = l.gru({ units: 3, goBackwards: true })(sequence);
    const before = l.gru({ units: 3, resetAfter: false, activation: 'relu' })(
      l.masking({ maskValue: 0 })(values),
    );
    const simple = l.simpleRnn({ units: 2, dropout: 0, kernelRegularizer: 'l2' })(sequence);
    const outputs = l.dense({ units: 1 })(l.concatenate()([decoded, back, before, simple]));
    const tokens = new NdArray(
      Int32Array.from({ length: 100 }, (_, i) => (i * 5) % 8),
      [20, 5],
    );
    const steps = maskedSteps();
    return trained(
      functional({ inputs: [words, values], outputs }),
      { optimizer: 'adam', loss: 'mse' },
      [tokens, steps],
      [wave([20, 1], 0.4)],
    );
  },
  attention() {
    const [words, values, seen] = [
      l.input({ shape: [4], dtype: 'int32', name: 'words' }),
      l.input({ shape: [4, 3], name: 'values' }),
      l.input({ shape: [4, 4], dtype: 'int32', name: 'seen' }),
    ];
    const tokens = l.embedding({ inputDim: 8, outputDim: 4, maskZero: true })(words);
    const own = l.multiHeadAttention({ numHeads: 2, keyDim: 3 })([tokens, tokens], { useCausalMask: true });
    const x = l.layerNormalization()(l.add()([tokens, own]));
    const keys = l.masking({ maskValue: 0 })(values);
    const [other, scores] = l.multiHeadAttention({
      numHeads: 2,
      keyDim: 2,
      valueDim: 3,
      outputShape: 4,
      useGate: true,
      slidingWindow: 3,
    })([x, values, keys], { attentionMask: seen, returnAttentionScores: true });
    const both = l.layerNormalization({ axis: [1, 2], epsilon: 1e-5 })(l.add()([x, other]));
    const outputs = [l.dense({ units: 1 })(both), l.dense({ units: 2 })(l.flatten()(scores))];
    const whole = (shape, below) =>
      new NdArray(
        Int32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => (i * 5 + (i % 3)) % below),
        shape,
      );
    const steps = maskedSteps();
    // The gradient of a key's bias is rounding alone, which optimizers that divide by its size would make steps of.
    return trained(
      functional({ inputs: [words, values, seen], outputs }),
      { optimizer: 'sgd', loss: 'mse' },
      [whole([20, 4], 8), steps, whole([20, 4, 4], 2)],
      [wave([20, 4, 1], 0.4), wave([20, 2], 0.7)],
    );
  },
  optional() {
    const [values, key, seen] = [
      l.input({ shape: [4, 3], name: 'values' }),
      l.input({ shape: [4, 3], name: 'key', optional: true }),
      l.input({ shape: [4, 4], dtype: 'int32', name: 'seen', optional: true }),
    ];
    const x = l.multiHeadAttention({ numHeads: 2, keyDim: 3 })([values, values, key], {
      attentionMask: seen,
    });
    return trained(
      functional({ inputs: [values, key, seen], outputs: l.dense({ units: 1 })(x) }),
      { optimizer: 'sgd', loss: 'mse' },
      [wave([20, 4, 3], 0.9), null, null],
      [wave([20, 4, 1], 0.4)],
    );
  },
  autoencoder: () => {
    const images = wave([12, 6, 6, 1], 0.3);
    return trained(
      sequential([
        l.conv2d({
          filters: 3,
          kernelSize: 3,
          strides: 2,
          padding: 'same',
          activation: 'relu',
          inputShape: [6, 6, 1],
        }),
        l.layerNormalization(),
        l.conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2, outputPadding: 1, activation: 'relu' }),
        l.conv2dTranspose({ filters: 1, kernelSize: 3, padding: 'same' }),
        l.conv2d({ filters: 1, kernelSize: 3 }),
      ]),
      { optimizer: 'adam', loss: 'mse' },
      [images],
      [images],
    );
  },
  async text() {
    const [texts, kinds, sizes] = [
      l.input({ shape: [1], dtype: 'string', name: 'texts' }),
      l.input({ shape: [1], dtype: 'string', name: 'kinds' }),
      l.input({ shape: [3], name: 'sizes' }),
    ];
    const said = ['The quick fox.', 'a lazy dog!', 'the fox, the dog', 'Fox?', 'école 😀'];
    const numbers = wave([20, 3], 0.9);
    const vectorize = l.textVectorization({ maxTokens: 8, outputSequenceLength: 4 });
    const rare = l.textVectorization({ outputMode: 'tf_idf', ngrams: 2 });
    const lookup = l.stringLookup({ outputMode: 'one_hot', numOovIndices: 2 });
    const [cut, scale] = [l.discretization({ numBins: 4, outputMode: 'multi_hot' }), l.normalization()];
    await Promise.all([
      vectorize.adapt(said),
      rare.adapt(said),
      lookup.adapt(['red', 'blue', 'red']),
      cut.adapt(numbers),
      scale.adapt(numbers),
    ]);
    // With a penalty the gradient is dense in Keras too, so that Adam treats it alike.
    const words = l.embedding({ inputDim: 8, outputDim: 3, maskZero: true, embeddingsRegularizer: 'l2' })(
      vectorize(texts),
    );
    const crossed = l.hashedCrossing({ numBins: 7, outputMode: 'one_hot' })([kinds, texts]);
    const hashed = l.categoryEncoding({ numTokens: 5 })(l.hashing({ numBins: 5, salt: 3 })(kinds));
    const both = l.concatenate()([
      l.globalAveragePooling1d()(words),
      ...[rare(texts), lookup(kinds), crossed, hashed, cut(sizes), scale(sizes)],
    ]);
    const column = (values, step) =>
      new NdArray(
        Array.from({ length: 20 }, (_, i) => values[(i * step) % values.length]),
        [20, 1],
      );
    return trained(
      functional({ inputs: [texts, kinds, sizes], outputs: l.dense({ units: 1 })(both) }),
      { optimizer: 'adam', loss: 'mse' },
      [column(said, 3), column(['red', 'pink', 'blue'], 2), numbers],
      [wave([20, 1], 0.4)],
    );
  },
  int8: () => quantized('int8'),
  int4: () => quantized('int4'),
  uncompiled: () =>
    Promise.resolve({
      model: sequential([l.dense({ units: 2, inputShape: [3] })]),
      inputs: [wave([4, 3], 1)],
    }),
};
