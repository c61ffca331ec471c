import { ArgumentError, type Complete, isSerializable } from '@myelin/core';
import type { OptimizerConfig } from '../optimizer-spec.js';

/** @throws ArgumentError for options that make no sense, alone or together. */
export function checkOptions(who: string, config: Complete<OptimizerConfig>): void {
  const { gradientAccumulationSteps: steps, emaOverwriteFrequency: frequency } = config;
  const clips = [config.clipnorm, config.clipvalue, config.globalClipnorm];
  const { learningRate } = config;
  expect(
    who,
    'a number or a schedule as learningRate',
    learningRate,
    Number.isFinite(learningRate) || isSerializable(learningRate),
  );
  expect(
    who,
    'a whole number of at least 2 as gradientAccumulationSteps',
    steps,
    !steps || (Number.isInteger(steps) && steps >= 2),
  );
  if (config.useEma) {
    expect(
      who,
      'emaMomentum from 0 to 1',
      config.emaMomentum,
      config.emaMomentum >= 0 && config.emaMomentum <= 1,
    );
    expect(
      who,
      'a positive whole number as emaOverwriteFrequency',
      frequency,
      !frequency || (Number.isInteger(frequency) && frequency >= 1),
    );
  }
  expect(
    who,
    'one of clipnorm, clipvalue and globalClipnorm at most',
    clips.filter((clip) => clip !== null).length,
    clips.filter((clip) => clip !== null).length <= 1,
  );
}

/** @throws ArgumentError unless `holds`. */
export function expect(who: string, expected: string, got: unknown, holds: boolean): void {
  if (!holds) throw new ArgumentError({ who, expected, got: String(got) });
}
