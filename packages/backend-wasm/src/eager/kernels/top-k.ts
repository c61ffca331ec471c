import { type TensorInfo, TopK, type TopKAttrs, util } from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** The largest of each row: of equal ones the first comes first, which the stock kernel leaves open. */
export const topK: EagerKernel<TensorInfo[]> = eagerKernel<{ x: TensorInfo }, TopKAttrs, TensorInfo[]>(
  TopK,
  ({ x }, { k }, context) => {
    const source = x.dtype === 'bool' ? context.stock('Cast', { x }, { dtype: 'int32' }) : x;
    const { native } = context;
    const count = x.shape.at(-1) ?? 1;
    const rows = util.sizeFromShape(x.shape.slice(0, -1));
    const shape = [...x.shape.slice(0, -1), k];
    const values = context.output(shape, source.dtype);
    const places = context.output(shape, 'int32');
    const run = source.dtype === 'int32' ? native.topKInt : native.topK;
    context.withScratch(native.topKScratch(count, k), (scratch) => {
      const [from, to, at] = [source, values, places].map((tensor) => context.address(tensor)) as [number, number, number]; // prettier-ignore
      run(from, 0, rows, count, k, to, at, scratch);
    });
    if (source === x) return [values, places];
    const bools = context.stock('Cast', { x: values }, { dtype: 'bool' });
    context.release(source);
    context.release(values);
    return [bools, places];
  },
);
