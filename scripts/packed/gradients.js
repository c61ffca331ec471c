// Gradients of @myelin/ops, with nothing else of tfjs loaded than the core and a backend.
import { setBackend, tensor, unregisterGradient } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { ensureGradients, matmul, relu, square, sum, valueAndGradients } from '@myelin/ops';
import { expectClose } from './expect.js';

await setBackend('cpu');
const x = tensor([1, -2, 3, -4], [2, 2]);

const { value, gradients } = valueAndGradients(() => sum(relu(matmul(square(x), x))), [x]);
expectClose(value.dataSync(), [70], 'value');
expectClose(gradients[0].dataSync(), [12, -12, 26, -24], 'gradient of relu(x² · x)');

ensureGradients();
unregisterGradient('Square'); // fails where it is not registered
ensureGradients();
expectClose(
  valueAndGradients(() => sum(square(x)), [x]).gradients[0].dataSync(),
  [2, -4, 6, -8],
  'gradient of x²',
);
