// The user has the whole of tfjs, and uses it for itself: neither changes what the other computes.
import * as tf from '@tensorflow/tfjs';
import { useBackend } from '@myelin/core';
import { eagerRuntime, relu, square, sum, valueAndGradients } from '@myelin/ops';
import { expectClose } from './expect.js';
import { learnLine } from './learn-line.js';

await tf.setBackend('cpu');
const own = tf.getGradient('Square');
const x = tf.tensor([1, -2, 3]);

const { gradients } = valueAndGradients(() => sum(square(relu(x))), [x]);
expectClose(gradients[0].dataSync(), [2, 0, 6], 'gradient of relu(x)²');

await useBackend(eagerRuntime('cpu'));
await learnLine();
if (tf.getGradient('Square') !== own)
  throw new Error("The gradient that the user's tfjs registered was replaced.");

const kernel = tf.variable(tf.tensor([[1], [1]]));
const loss = () =>
  tf
    .tensor([[1, 2]])
    .matMul(kernel)
    .square()
    .mean();
const before = loss().dataSync()[0];
tf.train.sgd(0.05).minimize(loss);
expectClose(
  [before, ...kernel.dataSync(), ...loss().dataSync()],
  [9, 0.7, 0.4, 2.25],
  "the user's own training",
);
