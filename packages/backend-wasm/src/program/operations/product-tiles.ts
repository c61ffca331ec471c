import type { FunctionBuilder, Local } from '../assembler/function-builder.js';
import { writeRange } from '../loops/work-range.js';
import { type Turn, spansOf, writeLoop } from '../loops/write-loop.js';
import { type Lowering, type Stage, callKernel, together } from './lowering.js';
import type { LoweredProductLoop } from './loop-over-product.js';
import { TileSums, panelColumns, panelRowBytes } from './tile-sums.js';

/**
 * A product and a loop over its elements, tile by tile: the sums of a few rows and eight columns, or sixteen, are kept in
 * registers, and the loop goes on with them while the first level of cache holds them.
 *
 * The left factor has to be transposed. Both are packed: the right one once for the share of the thread, the left one strip
 * by strip.
 */
export function productTiles(both: LoweredProductLoop, lowering: Lowering): Stage {
  const { rows, columns, depth, a } = both;
  // As the kernels pack them.
  const height = lowering.hasMultiplyAdd ? 6 : 4;
  const [strips, panels] = [Math.ceil(rows / height), Math.ceil(columns / panelColumns)];
  const panelBytes = panelRowBytes * depth;
  const stripBytes = 4 * height * depth;
  const tiles = tilesOf(columns, lowering.wide);
  const tileBytes = Math.max(...tiles.map((tile) => tile.panels)) * panelRowBytes * height;
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
    const options = { height, depth, hasMultiplyAdd: lowering.hasMultiplyAdd };

    const writeTile = (tile: TileKind, turn: Turn): void => {
      code.get(row).i32(columns).op('i32.mul').get(panel).i32(panelColumns).op('i32.mul').op('i32.add');
      code.i32(4).op('i32.mul').set(position);
      new TileSums(code, tile.panels, options).write(left, place, sums);
      code.get(sums).set(ofProduct);
      const tileRow = code.local('i32');
      code.i32(0).set(tileRow);
      code.countTo(
        tileRow,
        () => code.get(count),
        1,
        () => {
          writeElements(code, tile.columns, [ofProduct, position], turn);
          code.advance(ofProduct, tile.panels * panelRowBytes - 4 * tile.columns);
          code.advance(position, 4 * (columns - tile.columns));
        },
      );
    };
    const writeStrip = (turn: Turn): void => {
      code.get(strip.first).i32(height).op('i32.mul').set(row);
      code.i32(rows).get(row).op('i32.sub').setAtMost(count, height);
      callKernel(code, lowering, 'packRows', [
        () => code.i32(a.address).get(row).i32(4).op('i32.mul').op('i32.add'),
        ...[4 * a.row, depth, height, { local: left }],
      ]);
      code.get(right).set(place).get(panelsOfThread.first).set(panel);
      const end = local();
      for (const tile of tiles) {
        code.get(panelsOfThread.last).setAtMost(end, tile.end);
        if (tile.panels > 1)
          code.get(end).get(end).get(panel).op('i32.sub').i32(1).op('i32.and').op('i32.sub').set(end);
        code.countTo(
          panel,
          () => code.get(end),
          tile.panels,
          () => {
            writeTile(tile, turn);
          },
        );
      }
    };
    const write = (turn: Turn): void => {
      code.countTo(
        strip.first,
        () => code.get(strip.last),
        1,
        () => {
          writeStrip(turn);
        },
      );
    };
    writeLoop(code, lowering, both.region(ofProduct, { position, write }));
  });
}

interface TileKind {
  readonly columns: number;
  readonly panels: number;
  /** The panel behind the last that such tiles are for. */
  readonly end: number;
}

/** Tiles for pairs of panels where they pay, for whole panels, and for what the last one has of columns. */
function tilesOf(columns: number, wide: boolean): TileKind[] {
  const whole = Math.floor(columns / panelColumns);
  const rest = columns % panelColumns;
  return [
    ...(wide && whole > 1 ? [{ columns: 2 * panelColumns, panels: 2, end: whole }] : []),
    ...(whole > 0 ? [{ columns: panelColumns, panels: 1, end: whole }] : []),
    ...(rest > 0 ? [{ columns: rest, panels: 1, end: whole + 1 }] : []),
  ];
}

/** Computes so many elements of a row, a constant; the locals move with them. */
function writeElements(code: FunctionBuilder, columns: number, locals: readonly Local[], turn: Turn): void {
  let done = 0;
  for (const { bound, count } of spansOf(columns, turn)) {
    for (; done < bound; done += count) {
      turn(count);
      for (const local of locals) code.advance(local, 4 * count);
    }
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
  const step = b.transposed ? 4 * b.row * panelColumns : panelRowBytes;
  code.get(last).i32(panelColumns).op('i32.mul').setAtMost(count, columns);
  code.get(count).get(first).i32(panelColumns).op('i32.mul').op('i32.sub').set(count);
  callKernel(code, lowering, 'packColumns', [
    () => code.i32(b.address).get(first).i32(step).op('i32.mul').op('i32.add'),
    ...[4 * b.row, Number(b.transposed), depth, { local: count }, { local: right }],
  ]);
}
