import { wasmInPage, webglInPage } from './sweep/browser-backends.js';
import { sweepValues } from './sweep/values.js';
import { inPage } from './sweep/in-page.js';

await sweepValues(wasmInPage, inPage);
await sweepValues(webglInPage, inPage);
