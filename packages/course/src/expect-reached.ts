import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { formatAsked, formatValue, judge } from './judge.js';
import type { Lesson } from './lesson.js';

/** @internal Declares the test that a lesson reaches what is asked of it, from all of its seeds. */
export function expectReached(lesson: Lesson): void {
  describe(lesson.name, () => {
    it('reaches what is asked', { timeout: 240_000 }, async () => {
      await useBackend(wasm());
      const figures = await lesson.run({ write: () => undefined });
      const missed = figures.map(judge).filter(({ isReached }) => !isReached);
      expect(
        missed.map(
          (figure) =>
            `${figure.title}: asked ${formatAsked(figure)}, reached ${formatValue(figure.value, figure.unit)}, Keras ${figure.keras}`,
        ),
      ).toEqual([]);
      expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
      expect(figures.length).toBeGreaterThan(0);
    });
  });
}
