import { it } from 'vitest';
import { expectPass, expectUnchanged } from '../testing/expect-pass.js';
import { foldConstants } from './fold-constants.js';

it('computes what follows from constants, rounded to its type', () => {
  expectPass(
    foldConstants,
    `
    %0 = const [1,2] : float32[2]
    %1 = const [3] : float32[]
    %2 = const [7] : int32[]
    %3 = RealDiv(a=%0, b=%1) : float32[2]
    %4 = Less(a=%3, b=%1) : bool[2]
    %5 = RealDiv(a=%2, b=%2) : int32[]
    return %3, %4, %5`,
    `
    %0 = const [1,2] : float32[2]
    %1 = const [3] : float32[]
    %2 = const [7] : int32[]
    %3 = const [0.3333333432674408,0.6666666865348816] : float32[2]
    %4 = const [1,1] : bool[2]
    %5 = const [1] : int32[]
    return %3, %4, %5`,
  );
});

it('keeps what is large, what is broadcast, and what depends on more', () => {
  expectUnchanged(
    foldConstants,
    `
    %0 = const [1] : float32[]
    %1 = const all 2 : float32[1025]
    %2 = input 0 : float32[]
    %3 = BroadcastTo(x=%0) {shape: [2]} : float32[2]
    %4 = Neg(x=%1) : float32[1025]
    %5 = Add(a=%0, b=%2) : float32[]
    return %3, %4, %5`,
  );
});
