import type { PenDrawing } from '@myelin/datasets';

type Stroke = PenDrawing['strokes'][number];

/** Letters that are as high as they are wide, about. */
const low = 'acemnorsuvwxz';
/** Length units: the height of a low letter is five, so that offsets are of about one. */
const unitsOfHeight = 5;
/** Points are taken 52 times a second, and left out where the pen hardly moved, in units. */
const every = 2;
const leastMove = 0.1;

/**
 * Letters in one size: five units are the height of the writer's low letters, half as many points a second, none where the pen
 * rests.
 */
export function prepareLetters(drawings: readonly PenDrawing[]): PenDrawing[] {
  const heights = heightsByWriter(drawings);
  return drawings.map((drawing) => {
    const scale = unitsOfHeight / (heights.get(drawing.writer) ?? 1);
    return { ...drawing, strokes: drawing.strokes.map((stroke) => thin(stroke, scale)) };
  });
}

function heightsByWriter(drawings: readonly PenDrawing[]): Map<string, number> {
  const byWriter = new Map<string, PenDrawing[]>();
  for (const drawing of drawings) {
    byWriter.set(drawing.writer, [...(byWriter.get(drawing.writer) ?? []), drawing]);
  }
  return new Map(
    Array.from(byWriter, ([writer, all]) => {
      const own = all.filter(({ text }) => low.includes(text)).map(heightOf);
      // Whoever wrote no low letter at all wrote letters of about one and a half times their height.
      return [writer, own.length > 0 ? median(own) : median(all.map(heightOf)) / 1.5];
    }),
  );
}

function heightOf({ strokes }: PenDrawing): number {
  const ys = strokes.flat().map(([, y]) => y);
  return Math.max(1, Math.max(...ys) - Math.min(...ys));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}

function thin(stroke: Stroke, scale: number): Stroke {
  const kept: [number, number][] = [];
  stroke.forEach(([x, y], i) => {
    const last = i === stroke.length - 1;
    if (i % every !== 0 && !last) return;
    const point: [number, number] = [x * scale, y * scale];
    const before = kept.at(-1);
    if (before !== undefined && Math.hypot(point[0] - before[0], point[1] - before[1]) < leastMove) return;
    kept.push(point);
  });
  return kept;
}
