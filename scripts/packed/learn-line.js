import { dense } from '@myelin/layers';
import { meanSquaredError } from '@myelin/losses';
import { sequential } from '@myelin/models';
import { sgd } from '@myelin/optimizers';
import { expectClose } from './expect.js';

/** Trains one dense layer until it knows `y = 2x + 1`. */
export async function learnLine() {
  const model = sequential([dense({ units: 1, inputShape: [1], kernelInitializer: 'zeros' })]);
  model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: meanSquaredError() });
  const x = [[0], [1], [2], [3]];
  const y = [[1], [3], [5], [7]];
  const { history } = await model.fit(x, y, { epochs: 300, batchSize: 4, shuffle: false, verbose: 0 });
  expectClose([history.loss[0]], [21], 'the first loss');
  expectClose((await model.predict([[10]])).data, [21], 'the prediction after training');
}
