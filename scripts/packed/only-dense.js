// A program with one kind of layer: its bundles may hold no other (see `onlyLayers` in scripts/packed.mjs).
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { dense } from '@myelin/layers';
import { ones } from '@myelin/ops';
import { expectClose } from './expect.js';

await setBackend('cpu');
const layer = dense({ units: 2, kernelInitializer: 'ones', biasInitializer: 'ones', activation: 'relu' });
expectClose(layer(ones([1, 3])).dataSync(), [4, 4], 'output of a dense layer');
