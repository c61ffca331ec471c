import { wasmInPage, webglInPage } from './sweep/browser-backends.js';
import { sweepOps } from './sweep/ops.js';
import { inPage } from './sweep/in-page.js';

await sweepOps(wasmInPage, inPage);
await sweepOps(webglInPage, inPage);
