import { setSeed } from '@myelin/core';
import { type Examples, digits, scalePixels, splitDataset } from '@myelin/datasets';
import { budgetMlp } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { CurvePoint, NetworkName, ShallowDeepRequest, ShallowDeepResult } from './messages.js';

const batchSize = 100;
const epochsOfAll = { epochs: 10, amounts: 5 } as const;
const amounts = [300, 1000, 3000, 9000];

export const run: RunFunction<ShallowDeepRequest, CurvePoint, ShallowDeepResult> = async (
  { kind, depth },
  { tell, signal },
) => {
  const { train, test } = await digits();
  const heldOut = flat(test);
  const networks = [
    { network: 'shallow', depth: 1 },
    { network: 'deep', depth },
  ] as const;

  for (const amount of kind === 'amounts' ? amounts : [9000]) {
    for (const { network, depth: layers } of networks) {
      if (signal.aborted) break;
      setSeed(1);
      const part = flat(amount === 9000 ? train : firstOf(train, amount));
      const model = budgetMlp({ depth: layers });
      const tellAccuracy = async (x: number): Promise<void> => {
        const { accuracy = NaN } = await model.evaluate(heldOut.x, heldOut.y, {
          verbose: 0,
          batchSize: 1000,
        });
        tell({ network, x, accuracy });
      };
      await model.fit(part.x, part.y, {
        epochs: (epochsOfAll[kind] * 9000) / amount,
        batchSize,
        verbose: 0,
        signal,
        callbacks: kind === 'amounts' ? [] : [{ onEpochEnd: async (epoch) => tellAccuracy(epoch + 1) }],
      });
      if (kind === 'amounts') await tellAccuracy(amount);
    }
  }
  const parametersOf = (name: NetworkName): number =>
    budgetMlp({ depth: name === 'deep' ? depth : 1 }).countParams();
  return { parameters: { shallow: parametersOf('shallow'), deep: parametersOf('deep') } };
};

/** Chosen at random: the digits are not in random order. */
function firstOf({ x, y }: Examples, amount: number): Examples {
  return splitDataset({ x, y }, { leftSize: amount, shuffle: true, seed: 1 })[0];
}

function flat({ x, y }: Examples): Examples {
  return { x: scalePixels(x, [784]), y };
}
