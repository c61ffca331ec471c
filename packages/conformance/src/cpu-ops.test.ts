import '@tensorflow/tfjs-backend-cpu';
import { eagerRuntime } from '@myelin/ops';
import { exceptions } from './sweep/exceptions.js';
import { sweepOps } from './sweep/ops.js';

await sweepOps({ runtime: eagerRuntime('cpu'), tolerance: { rtol: 1e-5, atol: 1e-7 }, exceptions });
