/**
 * `node tools/course/record-epochs.mjs`, after `npm run build`: how good one hidden layer and four are on clothing that they
 * do not learn from, after each epoch. The page of the lesson shows it: the images are too many for a page.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { setSeed } from '../../packages/core/dist/index.js';
import { lessons } from '../../packages/course/dist/index.js';
import { backendInfo } from '../../packages/myelin/dist/index.js';

const epochs = 5;
const seed = 1;
const file = fileURLToPath(
  new URL('../../apps/docs/src/lessons/shallow-deep/fashion-epochs.json', import.meta.url),
);

await backendInfo(); // loads the default backend
const { trainings } = lessons.find(({ name }) => name === 'shallow-deep');
const accuracies = {};
for (const network of ['shallow', 'deep']) {
  const training = trainings.find(({ id }) => id === `fashion-${network}-60000`);
  setSeed(seed);
  const { train, test } = await training.loadData(seed);
  const { history } = await training.makeModel().fit(train.x, train.y, {
    epochs,
    batchSize: training.batchSize,
    validationData: test,
    verbose: 2,
  });
  accuracies[network] = history.val_accuracy.map((value) => Number(value.toFixed(4)));
}
const text = JSON.stringify({ seed, ...accuracies });
writeFileSync(file, await prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file }));
