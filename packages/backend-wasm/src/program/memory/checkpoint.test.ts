import { NdArray, Variable } from '@myelin/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Arena } from './arena.js';
import { ArenaResidence } from './arena-residence.js';
import { Checkpoint } from './checkpoint.js';

const arena = new Arena(false);
const variableOf = (value: number): Variable => new Variable(NdArray.from([value]), { name: 'v' });
const place = (): ArenaResidence => new ArenaResidence(arena, variableOf(0));
const set = (residence: ArenaResidence, value: number): void => {
  residence.write(NdArray.from([value]));
};
const valueOf = (residence: ArenaResidence): unknown => residence.read().toArray();

/** Each look at the clock takes a millisecond, and so does a call of `extend`. */
let now = 0;
beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now++);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a checkpoint', () => {
  it('is kept for fifty times what the copies took, and then made anew', () => {
    const [checkpoint, residence] = [new Checkpoint(), place()];
    set(residence, 1);
    checkpoint.extend([residence], false);
    set(residence, 2);
    now = 1049;
    checkpoint.extend([residence], false);
    set(residence, 3);
    checkpoint.restore([residence]);
    expect(valueOf(residence)).toEqual([1]);
    set(residence, 4);
    now = 1100;
    checkpoint.extend([residence], false);
    set(residence, 5);
    now = 1110;
    expect(checkpoint.restore([residence])).toBe(10);
    expect(valueOf(residence)).toEqual([4]);
  });

  it('has variables that another run changes as they are when it comes to them', () => {
    const [checkpoint, first, second] = [new Checkpoint(), place(), place()];
    checkpoint.extend([first], false);
    set(first, 1);
    set(second, 2);
    checkpoint.extend([first, second], false);
    set(second, 3);
    checkpoint.restore([first, second]);
    expect([valueOf(first), valueOf(second)]).toEqual([[0], [2]]);
  });

  it('is made anew when values were set', () => {
    const [checkpoint, residence] = [new Checkpoint(), place()];
    checkpoint.extend([residence], false);
    set(residence, 1);
    checkpoint.extend([residence], true);
    set(residence, 2);
    checkpoint.restore([residence]);
    expect(valueOf(residence)).toEqual([1]);
  });
});
