import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { pretrained } from '@myelin/zoo';
import { describe, expect, it } from 'vitest';
import { judge } from '../judge.js';
import { judgeDigits } from './boltzmann/digits.js';

describe('boltzmann', () => {
  it('has a machine that tells digits apart and fills them in', async () => {
    await useBackend(wasm());
    const { model, figure } = await pretrained('digits-boltzmann');
    const figures = await judgeDigits(model);
    expect(figures.map(judge).filter(({ isReached }) => !isReached)).toEqual([]);
    expect(figures[0]?.value).toBeCloseTo(figure.value, 3);
    expect(figures.map(({ id }) => id)).toEqual([
      'digits-boltzmann',
      'boltzmann-missing-quarter',
      'boltzmann-missing-half',
    ]);
  });
});
