import { largestOfRows } from '@myelin/course';
import { encodeDna } from '@myelin/datasets';
import { pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { GenesRequest, GenesResult } from './messages.js';

const bases = ['A', 'C', 'G', 'T'];
let loading: ReturnType<typeof pretrained> | undefined;

export const run: RunFunction<GenesRequest, never, GenesResult> = async ({ sequence }) => {
  loading ??= pretrained('splice-conv-lstm');
  const { model } = await loading;
  const places = Array.from(sequence.toUpperCase());
  // The sequence itself, then with each base in each place.
  const variants = bases.flatMap((base) => places.map((_, place) => places.with(place, base).join('')));
  const said = await model.predict(encodeDna([sequence, ...variants]), { verbose: 0 });
  const [first = 0] = largestOfRows(said);
  const before = Number(said.at(0, first));
  return {
    sequence,
    chances: Array.from(said.rows(0, 1).data, Number),
    said: first,
    changes: bases.map((base, row) =>
      places.map((letter, place) =>
        letter === base ? NaN : Number(said.at(1 + row * places.length + place, first)) - before,
      ),
    ),
  };
};
