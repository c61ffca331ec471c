import { applyKernelRule } from '@myelin/ops';
import type { Value } from '../ir.js';
import { type Buffer, at, makeBuffer } from './buffer.js';
import { convolutions } from './convolutions.js';
import { fusedProducts } from './fused-products.js';
import { type Attrs, type Kernel, attr, operand, resultShape } from './kernel.js';
import { addTo, eachWindow, largestOf } from './matrix.js';

/** The type of what is convolved, before the pooling. */
function convolved(inputs: Readonly<Record<string, Buffer>>, attrs: Attrs): Value {
  const given = (name: string) => ({ shape: [...operand(inputs, name).shape], dtype: 'float32' as const });
  const spec = applyKernelRule(
    'Conv2D',
    { x: given('x'), filter: given('filter') },
    attr(attrs, 'convolution'),
  );
  return { id: -1, shape: [spec].flat()[0]?.shape ?? [], dtype: 'float32' };
}

/** Convolutions whose results are pooled at once. */
export const poolingConvolutions: Readonly<Record<string, Kernel>> = {
  PoolingConv2D: (inputs, attrs, outputs) => {
    const convolution = { ...attr<Attrs>(attrs, 'convolution'), activation: attr(attrs, 'activation') };
    const [z] = (fusedProducts['FusedConv2D'] as Kernel)(inputs, convolution, [convolved(inputs, attrs)]);
    const [y, places] = [makeBuffer(resultShape(outputs)), makeBuffer(resultShape(outputs))];
    eachWindow(attr(attrs, 'pooling'), (z as Buffer).shape, (window, i) => {
      const largest = largestOf(z as Buffer, window);
      y.data[i] = at(z as Buffer, largest);
      places.data[i] = window.indexOf(largest);
    });
    return [y, places];
  },
  PoolingConv2DGradient: (inputs, attrs, outputs) => {
    const [y, places, dy] = [operand(inputs, 'y'), operand(inputs, 'places'), operand(inputs, 'dy')];
    const dz = makeBuffer(convolved(inputs, attrs).shape);
    const isRelu = attr(attrs, 'activation') === 'relu';
    eachWindow(attr(attrs, 'pooling'), dz.shape, (window, i) => {
      if (!isRelu || at(y, i) > 0) addTo(dz, window[at(places, i)] ?? 0, at(dy, i));
    });
    const byEach = ['Conv2DBackpropFilter', 'Conv2DBackpropInput'].slice(0, outputs.length);
    return byEach.flatMap((op, i) =>
      (convolutions[op] as Kernel)({ ...inputs, dy: dz }, attr(attrs, 'convolution'), [outputs[i] as Value]),
    );
  },
};
