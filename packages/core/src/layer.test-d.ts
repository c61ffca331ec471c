import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import type { Layer, LayerConfig, Shape, ShapeOf, Symbolic, SymbolicTensor, Tree } from './index.js';

declare const tensor: Tensor;
declare const symbolic: SymbolicTensor;
declare const either: Tensor | SymbolicTensor;

declare const one: Layer;
expectTypeOf(one(tensor)).toEqualTypeOf<Tensor>();
expectTypeOf(one(tensor, { training: true })).toEqualTypeOf<Tensor>();
expectTypeOf(one(symbolic)).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(one(either)).toEqualTypeOf<Tensor | SymbolicTensor>();
one.build([null, 2]);
expectTypeOf(one.computeOutputShape([null, 2])).toEqualTypeOf<Shape>();
// @ts-expect-error a list for a layer of one input
one([tensor]);
// @ts-expect-error an array of the host
one([[1, 2]]);
// @ts-expect-error an option that calls do not have
one(tensor, { train: true });

declare const list: Layer<LayerConfig, readonly Tensor[]>;
expectTypeOf(list([tensor, tensor])).toEqualTypeOf<Tensor>();
expectTypeOf(list([symbolic, symbolic])).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(list.computeOutputShape([[null, 2], [3]])).toEqualTypeOf<Shape>();
// @ts-expect-error one tensor for a layer of several
list(tensor);
// @ts-expect-error a graph is not extended by tensors that have values already
list([tensor, symbolic]);

declare const pair: Layer<LayerConfig, [Tensor, Tensor], [Tensor, Tensor, Tensor]>;
expectTypeOf(pair([tensor, tensor])).toEqualTypeOf<[Tensor, Tensor, Tensor]>();
expectTypeOf(pair([symbolic, symbolic])).toEqualTypeOf<[SymbolicTensor, SymbolicTensor, SymbolicTensor]>();
// @ts-expect-error three for a layer of two
pair([tensor, tensor, tensor]);

declare const model: Layer<LayerConfig, Tree<Tensor>, Tree<Tensor>>;
expectTypeOf(model(tensor)).toEqualTypeOf<Tree<Tensor>>();
expectTypeOf(model(symbolic)).toEqualTypeOf<Tree<SymbolicTensor>>();
expectTypeOf(model([symbolic, [symbolic]])).toEqualTypeOf<Tree<SymbolicTensor>>();

expectTypeOf<Symbolic<Tensor>>().toEqualTypeOf<SymbolicTensor>();
expectTypeOf<Symbolic<readonly Tensor[]>>().toEqualTypeOf<readonly SymbolicTensor[]>();
expectTypeOf<Symbolic<[Tensor, [Tensor]]>>().toEqualTypeOf<[SymbolicTensor, [SymbolicTensor]]>();
expectTypeOf<Symbolic<Tree<Tensor>>>().toEqualTypeOf<Tree<SymbolicTensor>>();
expectTypeOf<ShapeOf<Tensor>>().toEqualTypeOf<Shape>();
expectTypeOf<ShapeOf<readonly Tensor[]>>().toEqualTypeOf<readonly Shape[]>();
expectTypeOf<ShapeOf<[Tensor, Tensor]>>().toEqualTypeOf<[Shape, Shape]>();
