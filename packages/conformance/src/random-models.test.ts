import fc from 'fast-check';
import { it } from 'vitest';
import { expectEqualTraining } from './fuzzing/expect-equal-training.js';
import { buildModel, draws } from './fuzzing/random-model.js';

/** How many models are tried, and where they start: `MYELIN_FUZZ_RUNS=5000 MYELIN_FUZZ_SEED=7`. */
const numRuns = Number(process.env['MYELIN_FUZZ_RUNS'] ?? 50);
const seed = Number(process.env['MYELIN_FUZZ_SEED'] ?? 1);

it('compiled steps train random models as eager ones', async () => {
  await fc.assert(
    fc.asyncProperty(draws, async (draw) => {
      try {
        await expectEqualTraining(draw);
      } catch (error) {
        throw new Error(
          `${error instanceof Error ? error.message : String(error)}\n\n${buildModel(draw).code}\n`,
          { cause: error },
        );
      }
    }),
    { numRuns, seed, interruptAfterTimeLimit: 500_000 },
  );
}, 600_000);
