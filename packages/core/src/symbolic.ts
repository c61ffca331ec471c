import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorDType } from './dtype.js';
import type { Node } from './graph.js';
import { autoName } from './names.js';
import type { Shape } from './shape.js';
import type { Tree } from './tree.js';

const brand = Symbol.for('myelin.SymbolicTensor');

/**
 * A tensor that does not exist yet: a place in the graph of a model, with a shape and a type.
 *
 * @see Keras `keras.KerasTensor`
 */
export class SymbolicTensor {
  readonly shape: Shape;
  readonly dtype: TensorDType;
  readonly name: string;
  /** Which steps count, where a layer says so: a symbolic tensor itself. */
  mask: SymbolicTensor | null = null;
  #origin: { node: Node; index: number } | undefined;

  constructor(shape: Shape, dtype: TensorDType = 'float32', name: string = autoName('keras_tensor')) {
    Object.defineProperty(this, brand, { value: true });
    this.shape = shape;
    this.dtype = dtype;
    this.name = name;
  }

  /** The call that returns this tensor, and the place among its outputs. */
  get origin(): { readonly node: Node; readonly index: number } | undefined {
    return this.#origin;
  }

  /** @internal Called once, by the node that returns this tensor. */
  setOrigin(node: Node, index: number): void {
    this.#origin = { node, index };
  }

  static isSymbolic(value: unknown): value is SymbolicTensor {
    return typeof value === 'object' && value !== null && brand in value;
  }
}

/** `T` with a symbolic tensor in the place of every tensor. */
export type Symbolic<T> =
  Tree<Tensor> extends T
    ? Tree<SymbolicTensor>
    : T extends Tensor
      ? SymbolicTensor
      : T extends readonly unknown[]
        ? { [K in keyof T]: Symbolic<T[K]> }
        : T;

/** `T` with a shape in the place of every tensor; any tree of tensors has any tree of shapes. */
export type ShapeOf<T> =
  Tree<Tensor> extends T
    ? Tree<number | null>
    : T extends Tensor
      ? Shape
      : T extends readonly unknown[]
        ? { [K in keyof T]: ShapeOf<T[K]> }
        : T;
