import { expect, it } from 'vitest';
import { bfloat16ToFloat32, float16ToFloat32 } from './half-floats.js';

it('reads every kind of float16', () => {
  const bits = new Uint16Array([
    0x0000, 0x0001, 0x03ff, 0x0400, 0x3555, 0x3c00, 0x7bff, 0xfbff, 0x7c00, 0xfc00,
  ]);
  expect([...float16ToFloat32(bits)]).toEqual([
    0,
    2 ** -24,
    1023 * 2 ** -24,
    2 ** -14,
    0.333251953125,
    1,
    65504,
    -65504,
    Infinity,
    -Infinity,
  ]);
  expect(float16ToFloat32(new Uint16Array([0x7e00]))[0]).toBeNaN();
  expect(Object.is(float16ToFloat32(new Uint16Array([0x8000]))[0], -0)).toBe(true);
});

it('reads every kind of bfloat16', () => {
  const bits = new Uint16Array([0x0001, 0x3eab, 0x3f80, 0xff7f, 0x7f80, 0xff80]);
  expect([...bfloat16ToFloat32(bits)]).toEqual([
    2 ** -133,
    0.333984375,
    1,
    -(2 - 2 ** -7) * 2 ** 127,
    Infinity,
    -Infinity,
  ]);
  expect(bfloat16ToFloat32(new Uint16Array([0x7fc0]))[0]).toBeNaN();
});
