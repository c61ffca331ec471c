import { sweepOpGraphs } from './sweep/ops.js';

await sweepOpGraphs();
