import { wasmInPage, webglInPage } from './sweep/browser-backends.js';
import { inPage } from './sweep/in-page.js';
import { type LayerUnit, sweepLayers } from './sweep/layers.js';

// One case beside each layer stands for its kind here, because differences take four calls for every element.
const few = ({ goldens, cases }: LayerUnit): Pick<LayerUnit, 'goldens' | 'cases'> => ({
  goldens: inPage(goldens),
  cases: cases.slice(0, 1),
});

await sweepLayers(wasmInPage, few);
await sweepLayers(webglInPage, few);
