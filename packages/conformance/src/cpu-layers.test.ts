import '@tensorflow/tfjs-backend-cpu';
import { eagerRuntime } from '@myelin/ops';
import { interpreterRuntime } from './interpreter-runtime.js';
import { every } from './sweep/every.js';
import { float64Exceptions } from './sweep/exceptions.js';
import { sweepLayers } from './sweep/layers.js';

await sweepLayers(
  {
    runtime: eagerRuntime('cpu'),
    compiled: interpreterRuntime(),
    tolerance: { rtol: 1e-5, atol: 1e-7 },
    exceptions: float64Exceptions,
  },
  // Programs hold every case against differences.
  { laws: true, differences: every(3) },
);
