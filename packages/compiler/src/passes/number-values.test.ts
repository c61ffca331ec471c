import { expect, it } from 'vitest';
import { printProgram } from '../print.js';
import { programOf } from '../testing/expect-pass.js';
import { numberValues } from './number-values.js';

it('numbers values in the order of the program, leaves by kind', () => {
  const program = programOf(`
    %9 = const [1] : float32[]
    %4 = state v : float32[2]
    %7 = input 0 : float32[2]
    %3 = Add(a=%7, b=%9) : float32[2]
    %12 = Fused(0=%3, 1=%4) : float32[2]
      body(%20 : float32[2], %11 : float32[2])
        %2 = Sub(a=%20, b=%11) : float32[2]
        return %2
    return %12
    update v = %3`);
  expect(printProgram(numberValues(program))).toBe(`program test
%0 = input 0 : float32[2]
%1 = state v : float32[2]
%2 = const [1] : float32[]
%3 = Add(a=%0, b=%2) : float32[2]
%7 = Fused(0=%3, 1=%1) : float32[2]
  body(%4 : float32[2], %5 : float32[2])
    %6 = Sub(a=%4, b=%5) : float32[2]
    return %6
return %7
update v = %3`);
});
