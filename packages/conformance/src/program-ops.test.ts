import { wasm } from '@myelin/backend-wasm';
import { exceptions, tracedExceptions } from './sweep/exceptions.js';
import { sweepOps } from './sweep/ops.js';
import { compiled } from './sweep/wasm-runtimes.js';

await sweepOps({
  runtime: compiled(wasm()),
  tolerance: { rtol: 1e-5, atol: 1e-7 },
  exceptions: [...tracedExceptions, ...exceptions],
});
