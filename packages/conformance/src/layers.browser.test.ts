import { wasmInPage, webglInPage } from './sweep/browser-backends.js';
import { every } from './sweep/every.js';
import { inPage } from './sweep/in-page.js';
import { type LayerUnit, sweepLayers } from './sweep/layers.js';

// One case beside each layer stands for its kind here, because differences take four calls for every element.
const first = every(Infinity);
const few = ({ goldens, cases }: LayerUnit): Pick<LayerUnit, 'goldens' | 'cases'> => ({
  goldens: inPage(goldens),
  cases: first(cases),
});

// The very programs that Node holds against differences.
await sweepLayers(wasmInPage, { laws: true, choose: few, differences: () => [] });
await sweepLayers(webglInPage, { laws: false, choose: few });
