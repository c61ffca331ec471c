// A program with one kind of layer: its bundles may hold no other (see `onlyLayers` in scripts/packed.mjs).
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { useBackend } from '@myelin/core';
import { eagerRuntime } from '@myelin/ops';
import { learnLine } from './learn-line.js';

await setBackend('cpu');
await useBackend(eagerRuntime('cpu'));
await learnLine();
