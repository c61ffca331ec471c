import { wasm } from '@myelin/backend-wasm';
import { exceptions } from './sweep/exceptions.js';
import { sweepLayers } from './sweep/layers.js';
import { compiled } from './sweep/wasm-runtimes.js';

await sweepLayers(
  { runtime: compiled(wasm()), tolerance: { rtol: 1e-5, atol: 1e-7 }, exceptions },
  { laws: false },
);
