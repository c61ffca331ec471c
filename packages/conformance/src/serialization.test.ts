import { type WireRecord, clearSession, serializeKerasObject } from '@myelin/core';
import { deserializeKerasObject } from '@myelin/models';
import { describe, expect, it } from 'vitest';
import { layerUnits } from './sweep/layers.js';
import { valueUnits } from './sweep/values.js';

/** The JSON of Keras for every class; that it is written like that is tested with each golden. */
const classes = [
  ...(await layerUnits()).map(({ className, goldens }) => ({ unit: className, goldens })),
  ...(await valueUnits()).filter(({ kind }) => kind !== 'activations'),
].map(({ unit, goldens }) => ({
  unit,
  golden: (goldens.at(-1) as unknown as { readonly serialized: WireRecord }).serialized,
}));

const asText = (value: unknown): WireRecord => JSON.parse(JSON.stringify(value)) as WireRecord;

describe.each(classes)('$unit', ({ unit, golden }) => {
  it('comes back from JSON of JavaScript, which has no 2.0', async () => {
    clearSession();
    const wire = serializeKerasObject(await deserializeKerasObject(golden));
    const text = asText(wire);
    const before = JSON.stringify(text);
    clearSession();
    expect(serializeKerasObject(await deserializeKerasObject(text))).toEqual(wire);
    expect(JSON.stringify(text)).toBe(before);
  });

  it('refuses a key that it does not know, and says which', async () => {
    const given = asText(golden);
    const wrong = { ...given, config: { ...(given['config'] as WireRecord), no_such_key: 1 } };
    await expect(deserializeKerasObject(wrong)).rejects.toThrow(/no_such_key/);
    await expect(deserializeKerasObject(wrong)).rejects.toThrow(unit);
  });
});
