import type { Tensor } from '@tensorflow/tfjs-core';
import type { Shape } from './shape.js';
import type { SymbolicTensor } from './symbolic.js';
import { type Tree, mapTree } from './tree.js';

/** The shapes of a tree of tensors or symbolic tensors; null where there is none. */
export function shapesOf(inputs: Tree<Tensor | SymbolicTensor | null>): unknown {
  return mapTree(inputs, (tensor) => (tensor?.shape ?? null) as unknown);
}

/** Whether a tree of shapes is a single shape. */
export function isShape(shape: unknown): shape is Shape {
  return Array.isArray(shape) && shape.every((axis) => axis === null || typeof axis === 'number');
}

/** The same tree with every shape replaced. */
export function mapShapes<T>(shape: unknown, make: (shape: Shape) => T): Tree<T> {
  if (isShape(shape)) return make(shape);
  if (Array.isArray(shape)) return shape.map((entry) => mapShapes(entry, make));
  const entries = Object.entries(shape as object);
  return Object.fromEntries(entries.map(([key, entry]) => [key, mapShapes(entry, make)]));
}
