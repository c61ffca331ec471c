import { NdArray } from '@myelin/core';
import { inflateBase64 } from '../files/inflate-base64.js';
import type { Table } from './examples.js';

const rows = 1030;
const features = [
  'cement',
  'blast_furnace_slag',
  'fly_ash',
  'water',
  'superplasticizer',
  'coarse_aggregate',
  'fine_aggregate',
  'age',
];

/**
 * How strong concrete gets: 1,030 mixes, seven ingredients in kg/m³ and the age in days, and the compressive strength
 * in MPa.
 *
 * `x [1030, 8]`, `y [1030]`, float32, in the order of the original table, which is not random: shuffle before splitting.
 * 25 rows repeat others.
 *
 * @example
 * ```ts
 * const { x, y, features } = await concrete();
 * x.shape; // [1030, 8]
 * y.shape; // [1030]
 * features[7]; // 'age'
 * ```
 * @see I-Cheng Yeh, "Modeling of strength of high-performance concrete using artificial neural networks", 1998
 */
export async function concrete(): Promise<Table> {
  const { deflated } = await import('../embedded/concrete-data.js');
  const hundredths = new DataView((await inflateBase64(deflated)).buffer);
  const column = (index: number): number[] =>
    Array.from({ length: rows }, (_, row) => hundredths.getInt32((index * rows + row) * 4, true) / 100);
  const columns = features.map((_, index) => column(index));
  const x = Float32Array.from({ length: rows * features.length }, (_, i) => {
    return columns[i % features.length]?.[Math.floor(i / features.length)] ?? 0;
  });
  return {
    x: new NdArray(x, [rows, features.length]),
    y: new NdArray(Float32Array.from(column(features.length))),
    features: [...features],
    target: 'compressive_strength',
  };
}
