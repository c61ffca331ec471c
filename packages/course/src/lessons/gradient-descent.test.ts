import { describe, expect, it } from 'vitest';
import { curvature, linePoints, slopeAfter } from '../by-hand/slope-descent.js';
import { expectReached } from '../expect-reached.js';
import { gradientDescent } from './gradient-descent.js';

expectReached(gradientDescent);

describe('by hand', () => {
  it('has the curvature of the points of the lesson', () => {
    expect(curvature(linePoints)).toBe(4);
    expect(curvature({ x: [1, 3], slope: 1 })).toBe(10);
  });

  it.each([0.01, 0.25, 0.4, 0.55])('foretells steps of size %d', (learningRate) => {
    let slope = 5;
    for (let step = 0; step < 10; step++) {
      expect(slopeAfter(linePoints, { start: 5, learningRate, step })).toBeCloseTo(slope, 9);
      slope -= learningRate * curvature(linePoints) * (slope - linePoints.slope);
    }
  });
});
