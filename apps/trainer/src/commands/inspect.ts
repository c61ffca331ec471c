import { type Shape, type WireValue, formatShape, isRecord } from '@myelin/core';
import { decodeKeras } from '@myelin/formats';
import type { Model } from '@myelin/models';
import { loadModel } from 'myelin';
import { formatSize } from '../files/format-size.js';
import { listMembers } from '../files/list-members.js';
import { readInput } from '../files/read-input.js';
import type { Io } from '../io.js';

/** `myelin inspect`: what a `.keras` file holds. */
export async function inspect(file: string, io: Io): Promise<void> {
  const bytes = await readInput(file);
  // Before the model is made: the errors name the file and the place in it.
  const { config, optimizer } = decodeKeras(bytes, file);
  const model = await loadModel(file);
  const { members, metadata } = listMembers(bytes);
  const rows: [string, string][] = [
    ...shapesOf(model),
    ...compiledRows(config['compile_config']),
    ['Optimizer state', optimizer === null ? 'none' : `${optimizer.length} variables`],
    [
      'Saved',
      `by Keras ${metadata.keras_version ?? '?'}, or in its format, on ${metadata.date_saved ?? '?'}`,
    ],
    ['File', formatSize(bytes.length)],
    ...members.map(({ name, size }): [string, string] => [`  ${name}`, formatSize(size)]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  io.out(
    `${model.summary()}\n\n${rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`).join('\n')}\n`,
  );
}

function shapesOf(model: Model): [string, string][] {
  const { inputShape } = model;
  if (inputShape === undefined) return [['Input', 'not known before the first data']];
  return [
    ['Input', formatShapes(inputShape)],
    ['Output', formatShapes(model.computeOutputShape(inputShape as never))],
  ];
}

/** One shape, or those of several inputs or outputs. */
function formatShapes(shapes: unknown): string {
  const list = shapes as Shape | readonly Shape[];
  return list.some((part) => Array.isArray(part))
    ? (list as readonly Shape[]).map(formatShape).join(', ')
    : formatShape(list as Shape);
}

function compiledRows(compiled: WireValue | undefined): [string, string][] {
  if (compiled === undefined || !isRecord(compiled) || Object.keys(compiled).length === 0) {
    return [['Compiled', 'no']];
  }
  return ['optimizer', 'loss', 'metrics'].flatMap((key): [string, string][] => {
    const value = compiled[key];
    return value === undefined || value === null
      ? []
      : [[`${key[0]?.toUpperCase()}${key.slice(1)}`, describe(value)]];
  });
}

/** `SGD, learning_rate 0.01, momentum 0.9`: an object by its class and the options that are set. */
function describe(value: WireValue): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(describe).join(', ');
  if (!isRecord(value) || typeof value['class_name'] !== 'string') return JSON.stringify(value);
  const config = value['config'];
  const options = Object.entries(isRecord(config) ? config : {})
    .filter(([key, option]) => key !== 'name' && option !== null && option !== false)
    .map(([key, option]) => `${key} ${JSON.stringify(option)}`);
  return [value['class_name'], ...options].join(', ');
}
