import { wasm } from '@myelin/backend-wasm';
import { exceptions } from './sweep/exceptions.js';
import { sweepHostLayers } from './sweep/layers.js';
import { compiled } from './sweep/wasm-runtimes.js';

await sweepHostLayers({
  runtime: compiled(wasm()),
  tolerance: { rtol: 1e-6, atol: 0 },
  exceptions,
});
