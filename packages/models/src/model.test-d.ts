import { type AnyLayer, type ArrayLike, NdArray, type Tree } from '@myelin/core';
import { dense, input } from '@myelin/layers';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import {
  type DataSet,
  type History,
  type Logs,
  type Model,
  type Sequential,
  functional,
  loadModel,
  sequential,
} from './index.js';

declare const tensor: Tensor;
declare const array: NdArray;
declare const dataSet: DataSet;

const chain = sequential([dense({ units: 1, inputShape: [2] }), dense({ units: 1 })], { name: 'chain' });
expectTypeOf(chain).toEqualTypeOf<Sequential>();
expectTypeOf(chain.pop()).toEqualTypeOf<AnyLayer>();
const x = input({ shape: [2] });
const model = functional({ inputs: x, outputs: dense({ units: 1 })(x) });
expectTypeOf(model).toEqualTypeOf<Model>();
expectTypeOf(loadModel('file.keras')).toEqualTypeOf<Promise<Model>>();
// @ts-expect-error tensors are no graph
functional({ inputs: x, outputs: tensor });
// @ts-expect-error a factory is no layer
sequential([dense]);

// Models are layers.
sequential([model, chain]);
expectTypeOf(model(tensor)).toEqualTypeOf<Tree<Tensor>>();

// Arrays of the host go in and come out.
expectTypeOf(model.predict([[1, 2]])).toEqualTypeOf<Promise<NdArray>>();
expectTypeOf(model.predict(array, { batchSize: 2 })).toEqualTypeOf<Promise<NdArray>>();
expectTypeOf(model.predict<NdArray[]>([array, array])).toEqualTypeOf<Promise<NdArray[]>>();
expectTypeOf(model.evaluate(array, [[1]])).toEqualTypeOf<Promise<Logs>>();
expectTypeOf(model.evaluate(dataSet, { callbacks: [] })).toEqualTypeOf<Promise<Logs>>();
expectTypeOf(model.trainOnBatch(array, array)).toEqualTypeOf<Promise<Logs>>();
expectTypeOf(model.fit(new Float32Array(2), [1])).toEqualTypeOf<Promise<History>>();
expectTypeOf(model.fit(array, array, { epochs: 2, verbose: 0 })).toEqualTypeOf<Promise<History>>();
expectTypeOf(model.fit(dataSet, { epochs: 2 })).toEqualTypeOf<Promise<History>>();
expectTypeOf<Logs['loss']>().toEqualTypeOf<number>();
expectTypeOf<History['history']['val_loss']>().toEqualTypeOf<readonly number[]>();
expectTypeOf<number[][][]>().toExtend<ArrayLike>();
// @ts-expect-error tensors belong to those who call layers themselves
void model.predict(tensor);
// @ts-expect-error an unknown option
void model.fit(array, array, { epoch: 2 });
// @ts-expect-error an option is left out, not undefined
void model.fit(array, array, { validationSplit: undefined });
// @ts-expect-error an unknown word
void model.fit(array, array, { verbose: 3 });
