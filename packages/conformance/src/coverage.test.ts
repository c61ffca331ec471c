import * as layers from '@myelin/layers';
import { type AnyLayer, clearSession, deserializeKerasObject, serializeKerasObject } from '@myelin/core';
import { loadInputLayerGolden } from '@myelin/testing';
import { describe, expect, it } from 'vitest';
import { float64Exceptions, tracedExceptions, webglExceptions } from './sweep/exceptions.js';
import { hostLayerUnits, layerUnits } from './sweep/layers.js';
import { opUnits } from './sweep/ops.js';
import { registry } from './sweep/registry.js';
import { valueUnits } from './sweep/values.js';

const units = await layerUnits();
const hostUnits = await hostLayerUnits();
const others = await valueUnits();
const ops = await opUnits();
const { cases: inputLayers } = await loadInputLayerGolden();

describe('every layer that is exported', () => {
  // `input` starts a graph and returns no layer, `defineCell` returns a factory; `inputLayer` has no call, and its own
  // test below.
  const withoutCall = ['defineCell', 'input', 'inputLayer'];
  const exported = Object.entries(layers).filter(([name]) => !withoutCall.includes(name));

  it.each(exported)('%s is swept', (_, factory) => {
    expect([...units, ...hostUnits].map((unit) => unit.factory as unknown)).toContain(factory);
  });

  it.each(units)('$className has goldens of Keras and cases beside it', ({ goldens, cases }) => {
    expect(goldens.length).toBeGreaterThan(0);
    expect(cases.length).toBeGreaterThan(0);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});

describe('every layer of the host', () => {
  it.each(hostUnits)('$className has goldens of Keras', ({ goldens }) => {
    expect(goldens.length).toBeGreaterThan(0);
  });
});

describe('every other unit', () => {
  it.each(others)('$kind, $unit: has goldens of Keras', ({ goldens }) => {
    expect(goldens.length).toBeGreaterThan(0);
  });
});

describe('every op', () => {
  it.each(ops)('$unit has goldens of Keras', ({ goldens }) => {
    expect(goldens.length).toBeGreaterThan(0);
  });
});

describe('every exception', () => {
  const known = [
    ...units.map(({ className, goldens, cases }) => ({ unit: className, cases: [...goldens, ...cases] })),
    ...[...others, ...ops].map(({ unit, goldens }) => ({ unit, cases: goldens })),
  ].flatMap(({ unit, cases }) => [unit, ...cases.map(({ name }) => `${unit}: ${name}`)]);

  it.each([...new Set([...webglExceptions, ...float64Exceptions, ...tracedExceptions])])(
    'stands for a case: $unit, $name',
    ({ unit, name }) => {
      expect(known).toContain(name === undefined ? unit : `${unit}: ${name}`);
    },
  );
});

describe('InputLayer', () => {
  it.each(inputLayers)(
    'has the configuration and output of Keras: $name',
    ({ serialized, outputShape, outputDtype }) => {
      clearSession();
      const layer = deserializeKerasObject(serialized, registry) as AnyLayer;
      expect(serializeKerasObject(layer)).toEqual(serialized);
      const output = layer.inboundNodes[0]?.outputs[0];
      expect(output?.shape).toEqual(outputShape);
      expect(output?.dtype).toBe(outputDtype);
    },
  );
});
