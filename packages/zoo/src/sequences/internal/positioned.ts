import type { SymbolicTensor } from '@myelin/core';
import { add, embedding } from '@myelin/layers';
import { cumsum, onesLike, subtract } from '@myelin/ops';

/** A vector for each symbol, plus one for its place, both learned: attention alone does not know any order. */
export function positioned(
  symbols: SymbolicTensor,
  { vocabularySize, length, units }: { vocabularySize: number; length: number; units: number },
): SymbolicTensor {
  const places = subtract(cumsum(onesLike(symbols), { axis: 1 }), 1);
  return add()([
    embedding({ inputDim: vocabularySize, outputDim: units })(symbols),
    embedding({ inputDim: length, outputDim: units })(places),
  ]);
}
