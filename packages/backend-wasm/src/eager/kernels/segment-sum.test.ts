import * as fc from 'fast-check';
import { test } from 'vitest';
import { expectEqualsCpu, expectResult, noise } from '../testing/run-kernel.js';

const ints = (values: readonly number[]) => ({ shape: [values.length], dtype: 'int32', values }) as const;

test('equals the cpu backend, with repeated and missing segments', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }).chain((numSegments) =>
        fc.record({
          numSegments: fc.constant(numSegments),
          ids: fc.array(fc.integer({ min: 0, max: numSegments - 1 }), { minLength: 1, maxLength: 20 }),
        }),
      ),
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
      async ({ numSegments, ids }, rowShape) => {
        const x = noise([ids.length, ...rowShape]);
        await expectEqualsCpu('UnsortedSegmentSum', { x, segmentIds: ints(ids) }, { numSegments });
      },
    ),
    { numRuns: 40 },
  );
});

test('leaves out segments that do not exist', async () => {
  const x = { shape: [4, 2], values: [1, 2, 3, 4, 5, 6, 7, 8] };
  const expected = { shape: [2, 2], dtype: 'float32', values: [5, 6, 3, 4] } as const;
  await expectResult(
    'UnsortedSegmentSum',
    { x, segmentIds: ints([-1, 1, 0, 2]) },
    { numSegments: 2 },
    expected,
  );
});

test('keeps integers exact', async () => {
  const x = { shape: [3, 1], dtype: 'int32', values: [2 ** 24, 1, 5] } as const;
  const expected = { shape: [2, 1], dtype: 'int32', values: [2 ** 24 + 1, 5] } as const;
  await expectResult('UnsortedSegmentSum', { x, segmentIds: ints([0, 0, 1]) }, { numSegments: 2 }, expected);
});
