import { everyThird, wasmInPage, webglInPage } from './sweep/browser-backends.js';
import { sweepValues } from './sweep/values.js';

await sweepValues(wasmInPage, everyThird);
await sweepValues(webglInPage, everyThird);
