/** A page that trains a perceptron: what it loads is what such an application weighs. */
import { wasm } from '@myelin/backend-wasm';
import { NdArray, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { sparseCategoricalCrossentropy } from '@myelin/losses';
import { sequential } from '@myelin/models/by-value';
import { adam } from '@myelin/optimizers';

await useBackend(wasm());
const model = sequential([dense({ units: 16, inputShape: [4] }), dense({ units: 3 })]);
model.compile({ optimizer: adam(), loss: sparseCategoricalCrossentropy({ fromLogits: true }) });
const x = new NdArray(new Float32Array(4 * 32), [32, 4]);
const y = new NdArray(new Int32Array(32), [32]);
const { history } = await model.fit(x, y, { epochs: 5 });
document.body.textContent = String(history['loss']?.at(-1));
