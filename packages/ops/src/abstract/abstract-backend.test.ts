import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { AbstractBackend } from './abstract-backend.js';
import { withAbstractBackend } from './with-abstract-backend.js';

beforeAll(() => tf.setBackend('cpu'));

/** Prints what an observer is told, as a recording tracer would. */
function record(run: (backend: AbstractBackend) => void): string[] {
  const lines: string[] = [];
  const names = new Map<object, string>();
  const nameOf = (id: object): string => names.get(id) ?? (backend.owns(id) ? 'leaf' : 'captured');
  const result = (tensors: readonly tf.TensorInfo[]): string =>
    tensors
      .map(({ dataId, shape, dtype }) => {
        names.set(dataId, `%${names.size}`);
        return `${nameOf(dataId)}: ${dtype}[${shape.join()}]`;
      })
      .join(', ');
  const backend: AbstractBackend = new AbstractBackend({
    onConstant(tensor, values) {
      lines.push(`${result([tensor])} = ${Array.from(values as Float32Array).join()}`);
    },
    onKernel({ kernelName, inputs, attrs, outputs }) {
      const operands = Object.entries(inputs as Record<string, tf.TensorInfo>);
      const list = operands.map(([key, { dataId }]) => `${key}=${nameOf(dataId)}`).join(' ');
      lines.push(`${result(outputs)} = ${kernelName} ${list} ${JSON.stringify(attrs)}`);
    },
  });
  withAbstractBackend(backend, () => {
    run(backend);
  });
  return lines;
}

test('an observer is told kernels and constants in order, and tells leaves from captured tensors', () => {
  const weights = tf.ones([2, 3]);
  const before = tf.memory();
  const lines = record((backend) => {
    const x = backend.leaf({ shape: [4, 2], dtype: 'float32' });
    const y = tf.add(tf.matMul(x, weights), tf.tensor1d([1, 2, 3]));
    tf.split(y, 3, 1);
    tf.concat([y, y], 0);
  });
  expect(lines).toEqual([
    '%0: float32[4,3] = BatchMatMul a=leaf b=captured {"transposeA":false,"transposeB":false}',
    '%1: float32[3] = 1,2,3',
    '%2: float32[4,3] = Add a=%0 b=%1 {}',
    '%3: float32[4,1], %4: float32[4,1], %5: float32[4,1] = SplitV x=%2 {"numOrSizeSplits":3,"axis":1}',
    '%6: float32[8,3] = Concat 0=%2 1=%2 {"axis":0}',
  ]);
  expect(tf.memory()).toEqual(before);
  expect([...weights.dataSync()]).toEqual([1, 1, 1, 1, 1, 1]);
  weights.dispose();
});

test('backends may be nested: each observer is told its own', () => {
  let inner: string[] = [];
  const outer = record((backend) => {
    const x = backend.leaf({ shape: [2], dtype: 'float32' });
    const y = tf.square(x);
    inner = record((other) => {
      tf.add(y, other.leaf({ shape: [1], dtype: 'float32' }));
    });
    tf.neg(y);
  });
  expect(outer).toEqual(['%0: float32[2] = Square x=leaf {}', '%1: float32[2] = Neg x=%0 {}']);
  expect(inner).toEqual(['%0: float32[2] = Add a=captured b=leaf {}']);
});

test('the result is passed on, and may hold anything but tensors', () => {
  expect(withAbstractBackend(new AbstractBackend(), () => ({ backend: tf.getBackend() }))).toEqual({
    backend: 'myelin-abstract',
  });
  expect(tf.getBackend()).toBe('cpu');
});

test('values that left their evaluation cannot be read by a real backend', () => {
  const backend = new AbstractBackend();
  const before = tf.memory().numTensors;
  const leaked = withAbstractBackend(backend, () => tf.keep(backend.leaf({ shape: [2], dtype: 'float32' })));
  expect(() => tf.square(leaked)).toThrow(/got an argument, which is evaluated for its shape only/);
  expect(tf.memory().numTensors).toBe(before);
});
