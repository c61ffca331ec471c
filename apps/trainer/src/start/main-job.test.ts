import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memory } from '@tensorflow/tfjs-core';
import { backendInfo, zoo } from 'myelin';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Lesson, course } from './course.js';
import { mainJob } from './main-job.js';

/** The lessons of the course on a tenth of the digits and with fewer epochs. */
function shortened(lesson: Lesson): Lesson {
  return {
    ...lesson,
    epochs: lesson.task === 'regression' ? 15 : 1,
    async loadData() {
      const data = await lesson.loadData();
      if (lesson.task === 'regression') return data;
      const part = { x: data.learn.x.rows(0, 900), y: data.learn.y.rows(0, 900) };
      const test = { x: data.test.x.rows(0, 100), y: data.test.y.rows(0, 100) };
      return { ...data, learn: part, test, validation: { validationData: test } };
    },
  };
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'myelin-start-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('mainJob', () => {
  it('trains, saves, reloads and reports', { timeout: 60_000 }, async () => {
    await backendInfo();
    const before = memory().numTensors;
    let out = '';
    const lessons = course
      .filter(({ name }) => name !== 'digits-mlp')
      .map((lesson) => ({ ...shortened(lesson), atLeast: lesson.task === 'regression' ? 0 : 0.5 }));
    const target = path.join(folder, 'out');
    const complaints = await mainJob(lessons, target, (text) => (out += text));

    expect(complaints).toEqual([]);
    expect(memory().numTensors).toBe(before);
    expect(readdirSync(target).sort()).toEqual([
      'concrete-5-5-1.keras',
      'concrete-50-50-1.keras',
      'digits-cnn.keras',
      'report.html',
    ]);
    expect(out).toMatch(/Epoch 15\/15 23\/23 .* steps\/s loss: .* - r2_score: .* - val_loss: .*\n/);
    expect(out).toMatch(
      /Strength of concrete, 50-50-1 +3,051 +15 +[\d.]+ s +\d+ +R² 0\.\d{3} +.*keras, [\d.]+ kB +0\n/,
    );
    expect(out).toMatch(/two convolutions +118,470 +1 +[\d.]+ s +\d+ +\d\d\.\d % right/);

    const report = readFileSync(path.join(target, 'report.html'), 'utf8');
    for (const { title } of lessons) expect(report).toContain(`${title}</h2>`);
    expect(report).toContain('strength in MPa');
    expect(report).toContain('Confusion matrix');
    expect(report).toMatch(/\d taken for \d/);
    // Nothing is fetched when it is opened.
    expect(report).not.toMatch(/(src|href)="https?:/);
  });

  it('complains about what learned too little', { timeout: 60_000 }, async () => {
    const [lesson] = course;
    const poor = {
      ...(lesson as Lesson),
      epochs: 1,
      atLeast: 0.99,
      makeModel: () => zoo.tabularRegressor({ hidden: [] }),
    };
    const complaints = await mainJob([poor], folder, () => undefined);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(
      /^Strength of concrete, 50-50-1: expected at least 0\.99 on unseen data, got -?\d/,
    );
  });
});
