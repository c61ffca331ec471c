import { wasm } from '@myelin/backend-wasm';
import { exceptions } from './sweep/exceptions.js';
import { sweepLayers } from './sweep/layers.js';
import { opByOpCases } from './sweep/op-by-op.js';
import { opByOp } from './sweep/wasm-runtimes.js';

await sweepLayers(
  { runtime: opByOp(wasm()), tolerance: { rtol: 1e-5, atol: 1e-7 }, exceptions },
  {
    laws: false,
    choose: ({ goldens, cases }) => ({ goldens: opByOpCases(goldens), cases: opByOpCases(cases) }),
  },
);
