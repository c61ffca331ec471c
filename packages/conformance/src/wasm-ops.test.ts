import { wasm } from '@myelin/backend-wasm';
import { exceptions } from './sweep/exceptions.js';
import { sweepOps } from './sweep/ops.js';
import { opByOpCases } from './sweep/op-by-op.js';
import { opByOp } from './sweep/wasm-runtimes.js';

await sweepOps({ runtime: opByOp(wasm()), tolerance: { rtol: 1e-5, atol: 1e-7 }, exceptions }, opByOpCases);
