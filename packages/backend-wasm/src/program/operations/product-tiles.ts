import type { FunctionBuilder, Local } from '../assembler/function-builder.js';
import { writeRange } from '../loops/work-range.js';
import { writeLoop } from '../loops/write-loop.js';
import { type Lowering, type Stage, callKernel, together } from './lowering.js';
import type { LoweredProductLoop } from './loop-over-product.js';
import { TileSums, tileColumns, tileRowBytes } from './tile-sums.js';

/**
 * A product and a loop over its elements, tile by tile: the sums of a few rows and eight columns are kept in registers,
 * and the loop goes on with them while the first level of cache holds them.
 *
 * The left factor has to be transposed. Both are packed: the right one once for the share of the thread, the left one strip
 * by strip.
 */
export function productTiles(both: LoweredProductLoop, lowering: Lowering): Stage {
  const { rows, columns, depth, a } = both;
  // As the kernels pack them.
  const height = lowering.hasMultiplyAdd ? 6 : 4;
  const [strips, panels] = [Math.ceil(rows / height), Math.ceil(columns / tileColumns)];
  const whole = Math.floor(columns / tileColumns);
  const panelBytes = tileRowBytes * depth;
  const stripBytes = 4 * height * depth;
  const tileBytes = tileRowBytes * height;
  const scratch = lowering.scratch(tileBytes + stripBytes + panels * panelBytes);
  return together((code) => {
    const local = (): Local => code.local('i32');
    const [sums, left, right] = [local(), local(), local()];
    const [row, count, panel, place] = [local(), local(), local(), local()];
    const [position, ofProduct] = [local(), local()];
    // Threads share the longer side: what they update stays with them from step to step.
    const byColumns = columns >= rows;
    const range = writeRange(code, byColumns ? panels : strips);
    const all = (units: number): { first: Local; last: Local } => {
      const [first, last] = [local(), local()];
      code.i32(0).set(first).i32(units).set(last);
      return { first, last };
    };
    const [strip, panelsOfThread] = byColumns ? [all(strips), range] : [range, all(panels)];

    scratch(code);
    code.tee(sums).i32(tileBytes).op('i32.add').tee(left).i32(stripBytes).op('i32.add').set(right);
    packRight(code, both, lowering, panelsOfThread, right);
    const tile = new TileSums(code, { height, depth, hasMultiplyAdd: lowering.hasMultiplyAdd });

    const writeTile = (columnsInTile: number, turn: (only: boolean) => void): void => {
      tile.write(left, place, sums);
      code.get(sums).set(ofProduct);
      const tileRow = code.local('i32');
      code.i32(0).set(tileRow);
      code.countTo(
        tileRow,
        () => code.get(count),
        1,
        () => {
          writeElements(code, columnsInTile, [ofProduct, position], turn);
          code.advance(ofProduct, tileRowBytes - 4 * columnsInTile);
          code.advance(position, 4 * (columns - columnsInTile));
        },
      );
    };
    const setPosition = (): void => {
      code.get(row).i32(columns).op('i32.mul').get(panel).i32(tileColumns).op('i32.mul').op('i32.add');
      code.i32(4).op('i32.mul').set(position);
    };
    const writeStrip = (turn: (only: boolean) => void): void => {
      code.get(strip.first).i32(height).op('i32.mul').set(row);
      code.i32(rows).get(row).op('i32.sub').setAtMost(count, height);
      callKernel(code, lowering, 'packRows', [
        () => code.i32(a.address).get(row).i32(4).op('i32.mul').op('i32.add'),
        ...[4 * a.row, depth, height, { local: left }],
      ]);
      code.get(right).set(place).get(panelsOfThread.first).set(panel);
      const end = local();
      code.get(panelsOfThread.last).setAtMost(end, whole);
      code.countTo(
        panel,
        () => code.get(end),
        1,
        () => {
          setPosition();
          writeTile(tileColumns, turn);
        },
      );
      if (whole === panels) return;
      code
        .get(panel)
        .get(panelsOfThread.last)
        .op('i32.lt_u')
        .if(() => {
          setPosition();
          writeTile(columns % tileColumns, turn);
        });
    };
    const write = (turn: (only: boolean) => void): void => {
      code.countTo(
        strip.first,
        () => code.get(strip.last),
        1,
        () => {
          writeStrip(turn);
        },
      );
    };
    writeLoop(code, lowering.module, both.region(ofProduct, { position, write }));
  });
}

/** Computes so many elements of a row, a constant: four at a time, then the rest; both locals move with them. */
function writeElements(
  code: FunctionBuilder,
  count: number,
  locals: readonly Local[],
  turn: (only: boolean) => void,
): void {
  for (let done = 0; done < count; done += count - done < 4 ? 1 : 4) {
    const only = count - done < 4;
    turn(only);
    for (const local of locals) code.advance(local, only ? 4 : 16);
  }
}

/** Packs the columns of the right factor that the thread needs. */
function packRight(
  code: FunctionBuilder,
  { columns, depth, b }: LoweredProductLoop,
  lowering: Lowering,
  { first, last }: { readonly first: Local; readonly last: Local },
  right: Local,
): void {
  const count = code.local('i32');
  const step = b.transposed ? 4 * b.row * tileColumns : tileRowBytes;
  code.get(last).i32(tileColumns).op('i32.mul').setAtMost(count, columns);
  code.get(count).get(first).i32(tileColumns).op('i32.mul').op('i32.sub').set(count);
  callKernel(code, lowering, 'packColumns', [
    () => code.i32(b.address).get(first).i32(step).op('i32.mul').op('i32.add'),
    ...[4 * b.row, Number(b.transposed), depth, { local: count }, { local: right }],
  ]);
}
