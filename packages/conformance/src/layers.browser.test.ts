import { wasmInPage, webglInPage } from './sweep/browser-backends.js';
import { every, inSweep } from './sweep/every.js';
import { inPage } from './sweep/in-page.js';
import { type LayerUnit, sweepLayers } from './sweep/layers.js';

// One case beside each layer stands for its kind here.
const first = every(Infinity);
const few = ({ goldens, cases }: LayerUnit): Pick<LayerUnit, 'goldens' | 'cases'> => ({
  goldens: inPage(goldens),
  cases: first(cases),
});

// Gradients are held against Keras' here, and against differences in Node.
await sweepLayers(wasmInPage, { laws: true, choose: few, differences: inSweep });
await sweepLayers(webglInPage, { laws: false, choose: few, differences: inSweep });
