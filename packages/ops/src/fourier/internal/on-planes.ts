import { type Tensor, transpose } from '@tensorflow/tfjs-core';
import { expectComplex, onRows } from './on-rows.js';
import { type Complex, transformed } from './transformed.js';

/** Fourier transforms along the last two axes. */
export function onPlanes(who: string, x: Complex): [Tensor, Tensor] {
  expectComplex(who, x, 2);
  const rows = onRows(x, transformed);
  return exchanged(onRows(exchanged(rows), transformed));
}

function exchanged(x: Complex): [Tensor, Tensor] {
  const axes = x[0].shape.map((_, i) => i);
  const order = [...axes.slice(0, -2), ...axes.slice(-2).reverse()];
  return x.map((part) => transpose(part, order)) as [Tensor, Tensor];
}
