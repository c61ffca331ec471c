import { backend_util } from '@tensorflow/tfjs-core';
import { type Buffer, at, makeBuffer, unravel } from './buffer.js';
import { type Attrs, type Kernel, attr, operand, resultShape } from './kernel.js';

type Image = [number, number, number, number];
type Padding = 'valid' | 'same' | number;

export function addTo(target: Buffer, index: number, value: number): void {
  target.data[index] = at(target, index) + value;
}

/** Visits every window of a pooling with the places that lie in it. */
export function eachWindow(
  attrs: Attrs,
  shape: readonly number[],
  visit: (places: number[], output: number) => void,
): void {
  const info = backend_util.computePool2DInfo(
    shape as Image,
    attr(attrs, 'filterSize'),
    attr(attrs, 'strides'),
    1,
    attr<Padding>(attrs, 'pad'),
    attr(attrs, 'dimRoundingMode'),
  );
  const output = info.outShape;
  makeBuffer(output).data.forEach((_, i) => {
    const [b = 0, row = 0, column = 0, c = 0] = unravel(i, output);
    const places: number[] = [];
    for (let m = 0; m < info.filterHeight; m++)
      for (let n = 0; n < info.filterWidth; n++) {
        const y = row * info.strideHeight + m - info.padInfo.top;
        const x = column * info.strideWidth + n - info.padInfo.left;
        if (y >= 0 && y < info.inHeight && x >= 0 && x < info.inWidth) {
          places.push(((b * info.inHeight + y) * info.inWidth + x) * info.inChannels + c);
        }
      }
    visit(places, i);
  });
}

/** The place of the largest value, the first of equal ones. */
export const largestOf = (x: Buffer, places: readonly number[]): number =>
  places.reduce((best, place) => (at(x, place) > at(x, best) ? place : best), places[0] ?? 0);

export const matrix: Readonly<Record<string, Kernel>> = {
  BatchMatMul: (inputs, attrs, outputs) => {
    const [a, b] = [operand(inputs, 'a'), operand(inputs, 'b')];
    const shape = resultShape(outputs);
    const [rows = 1, columns = 1] = shape.slice(-2);
    const transposeA = attr<boolean>(attrs, 'transposeA');
    const transposeB = attr<boolean>(attrs, 'transposeB');
    const inner = (transposeA ? a.shape.at(-2) : a.shape.at(-1)) ?? 1;
    const batches = (x: Buffer): number => x.shape.slice(0, -2).reduce((product, size) => product * size, 1);
    return [
      makeBuffer(shape, (i) => {
        const column = i % columns;
        const row = Math.floor(i / columns) % rows;
        const batch = Math.floor(i / (rows * columns));
        const startA = (batches(a) === 1 ? 0 : batch) * rows * inner;
        const startB = (batches(b) === 1 ? 0 : batch) * inner * columns;
        let sum = 0;
        for (let k = 0; k < inner; k++) {
          const left = at(a, startA + (transposeA ? k * rows + row : row * inner + k));
          sum += left * at(b, startB + (transposeB ? column * inner + k : k * columns + column));
        }
        return sum;
      }),
    ];
  },
  MaxPool: (inputs, attrs, outputs) => {
    const x = operand(inputs, 'x');
    const y = makeBuffer(resultShape(outputs));
    eachWindow(attrs, x.shape, (places, i) => (y.data[i] = at(x, largestOf(x, places))));
    return [y];
  },
  MaxPoolGrad: (inputs, attrs, outputs) => {
    const [x, dy] = [operand(inputs, 'input'), operand(inputs, 'dy')];
    const dx = makeBuffer(resultShape(outputs));
    eachWindow(attrs, x.shape, (places, i) => {
      addTo(dx, largestOf(x, places), at(dy, i));
    });
    return [dx];
  },
  AvgPool: (inputs, attrs, outputs) => {
    const x = operand(inputs, 'x');
    const y = makeBuffer(resultShape(outputs));
    eachWindow(attrs, x.shape, (places, i) => {
      y.data[i] = places.reduce((sum, place) => sum + at(x, place), 0) / places.length;
    });
    return [y];
  },
  AvgPoolGrad: (inputs, attrs, outputs) => {
    const [x, dy] = [operand(inputs, 'input'), operand(inputs, 'dy')];
    const dx = makeBuffer(resultShape(outputs));
    eachWindow(attrs, x.shape, (places, i) => {
      for (const place of places) addTo(dx, place, at(dy, i) / places.length);
    });
    return [dx];
  },
};
