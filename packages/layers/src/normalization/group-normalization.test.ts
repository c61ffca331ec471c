import { describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { groupNormalization } from './group-normalization.js';

describe('groupNormalization', () => {
  it('takes images of any size', () => {
    expect(groupNormalization({ groups: 2 })(input({ shape: [null, null, 4] })).shape).toEqual([null, null, null, 4]); // prettier-ignore
  });

  it('refuses what makes no sense', () => {
    expect(() => groupNormalization({ groups: 0, name: 'g' })).toThrow(
      'g (GroupNormalization): expected `groups` to be a positive whole number, or -1 for as many as there are channels, got 0',
    );
    expect(() => groupNormalization({ axis: 0 })).toThrow('`axis` to be a whole number other than 0');
    expect(() => groupNormalization({ groups: 3, name: 'g' })(input({ shape: [4] }))).toThrow(
      'g (GroupNormalization): expected a number of channels that can be divided into 3 groups, got (None, 4)',
    );
    expect(() => groupNormalization()(input({ shape: [4] }))).toThrow('divided into 32 groups');
    expect(() => groupNormalization({ groups: 1 })(input({ shape: [4, null] }))).toThrow(
      'expected a known size of axis -1',
    );
  });
});
