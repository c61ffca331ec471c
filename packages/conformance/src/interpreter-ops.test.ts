import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { interpreterRuntime } from './interpreter-runtime.js';
import { float64Exceptions, tracedExceptions } from './sweep/exceptions.js';
import { sweepOps } from './sweep/ops.js';

// Variables hold their values in a backend while a step is traced.
await setBackend('cpu');
await sweepOps({
  runtime: interpreterRuntime(),
  tolerance: { rtol: 1e-5, atol: 1e-7 },
  exceptions: [...tracedExceptions, ...float64Exceptions],
});
