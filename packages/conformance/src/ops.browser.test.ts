import { everyThird, wasmInPage, webglInPage } from './sweep/browser-backends.js';
import { sweepOps } from './sweep/ops.js';

await sweepOps(wasmInPage, everyThird);
await sweepOps(webglInPage, everyThird);
