/** Memory that is needed from one operation to another, both included. */
export interface Block {
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Offsets such that blocks that are needed at the same time do not overlap, and the bytes that they take together.
 *
 * The largest come first, each into the smallest gap that fits, or behind everything that is needed with it.
 */
export function assignOffsets(
  blocks: readonly Block[],
  alignment: number,
): { offsets: number[]; peak: number } {
  const offsets = new Array<number>(blocks.length).fill(0);
  const rounded = blocks.map(({ size }) => Math.ceil(size / alignment) * alignment);
  const sizeOf = (index: number): number => rounded[index] ?? 0;
  const order = [...blocks.keys()].sort((a, b) => sizeOf(b) - sizeOf(a) || a - b);
  const placed: number[] = [];
  let peak = 0;
  for (const index of order) {
    const block = blocks[index] as Block;
    const taken = placed
      .filter((other) => meet(block, blocks[other] as Block))
      .map((other) => ({ start: offsets[other] ?? 0, end: (offsets[other] ?? 0) + sizeOf(other) }))
      .sort((a, b) => a.start - b.start);
    const offset = bestGap(taken, sizeOf(index));
    offsets[index] = offset;
    placed.push(index);
    peak = Math.max(peak, offset + sizeOf(index));
  }
  return { offsets, peak };
}

const meet = (a: Block, b: Block): boolean => a.from <= b.to && b.from <= a.to;

/** The start of the smallest gap of at least that size between what is taken, in the order of the starts. */
function bestGap(taken: readonly { start: number; end: number }[], size: number): number {
  let best: { start: number; room: number } | undefined;
  let end = 0;
  for (const { start, end: next } of taken) {
    const room = start - end;
    if (room >= size && (best === undefined || room < best.room)) best = { start: end, room };
    end = Math.max(end, next);
  }
  return best?.start ?? end;
}
