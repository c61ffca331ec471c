/** `npm run figures`. */
import { measureDigits } from './figures/measure-digits.js';
import { measureSplits } from './figures/measure-splits.js';
import { writeFigures } from './figures/write-figures.js';

const write = (text: string): unknown => process.stdout.write(text);
const splits = await measureSplits(write);
const digits = await measureDigits(write);
const complaints = await writeFigures('benchmarks', { splits, digits });
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
