import '@tensorflow/tfjs-backend-cpu';
import { Scope, setSeed, withScope } from '@myelin/core';
import { memory, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomUniform, seedGenerator } from '../index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('seedGenerator', () => {
  it('moves on with each draw, and repeats itself from its seed', async () => {
    const [first, second] = [seedGenerator(7), seedGenerator(7)];
    const draw = (): number[] =>
      tidy(() => Array.from(randomUniform(first.next(), [2]).dataSync<'float32'>()));
    const drawn = [draw(), draw()];
    expect(drawn[0]).not.toEqual(drawn[1]);
    expect((await first.state.read()).toArray()).toEqual([7, 2]);
    tidy(() => {
      for (const expected of drawn) {
        expect(Array.from(randomUniform(second.next(), [2]).dataSync<'float32'>())).toEqual(expected);
      }
    });
  });

  it('takes the next stream of `setSeed`, and leaks nothing', async () => {
    const seedOf = async (): Promise<unknown> => (await seedGenerator().state.read()).toArray();
    setSeed(3);
    const first = await seedOf();
    const second = await seedOf();
    setSeed(3);
    expect([await seedOf(), await seedOf()]).toEqual([first, second]);
    expect(first).not.toEqual(second);
    const generator = seedGenerator(1);
    const before = memory().numTensors;
    generator.next().dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('moves on with the step that it is used in, and only if that succeeds', async () => {
    const generator = seedGenerator(7);
    const scope = new Scope((variable) => variable.toTensor());
    tidy(() => {
      withScope(scope, () => {
        expect([generator.next(), generator.next()].map((state) => state.arraySync())).toEqual([
          [7, 0],
          [7, 1],
        ]);
      });
    });
    scope.dispose();
    expect((await generator.state.read()).toArray()).toEqual([7, 0]);
  });
});
