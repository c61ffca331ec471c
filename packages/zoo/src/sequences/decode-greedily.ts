import { ArgumentError, NdArray, formatShape } from '@myelin/core';
import type { Model } from '@myelin/models';

/**
 * What a model says to sources, one symbol after another: the likeliest at each place, which then is given for the next.
 *
 * The model has the inputs `source` and `given`, as {@link transformer} and {@link sequenceToSequence} have them: the first
 * symbol given is the number after the last one of the target.
 *
 * `source [batch, sourceLength]` → int32 `[batch, targetLength]`.
 *
 * @example
 * ```ts
 * await useBackend(wasm());
 * const said = await decodeGreedily(transformer(), NdArray.from([[1, 2, 3, 10, 0, 4, 5]], 'int32'));
 * said.shape; // [1, 4]
 * ```
 * @throws ArgumentError for a model with other inputs.
 */
export async function decodeGreedily(model: Model, source: NdArray): Promise<NdArray> {
  const { length, symbols } = targetOf(model);
  const batch = source.shape[0] ?? 0;
  const said = new Int32Array(batch * length);
  const given = new Int32Array(batch * length).fill(symbols);
  for (let place = 0; place < length; place++) {
    const { data } = await model.predict([source, new NdArray(given, [batch, length])], { verbose: 0 });
    const probabilities = data as Float32Array;
    for (let example = 0; example < batch; example++) {
      const at = example * length + place;
      const row = probabilities.subarray(at * symbols, (at + 1) * symbols);
      const likeliest = row.indexOf(Math.max(...row));
      said[at] = likeliest;
      if (place + 1 < length) given[at + 1] = likeliest;
    }
  }
  return new NdArray(said, [batch, length]);
}

function targetOf(model: Model): { length: number; symbols: number } {
  const [given, output] = [model.inputs[1]?.shape, model.outputs[0]?.shape];
  const [length, symbols] = [given?.[1], output?.[2]];
  if (typeof length === 'number' && typeof symbols === 'number') return { length, symbols };
  throw new ArgumentError({
    who: `decodeGreedily: ${model.name}`,
    expected: 'a model with the inputs source and given, and probabilities for each place',
    got: `${model.inputs.length} inputs and an output of the shape ${formatShape(output ?? [])}`,
  });
}
