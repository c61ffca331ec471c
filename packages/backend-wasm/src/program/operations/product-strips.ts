import type { FunctionBuilder, Local } from '../assembler/function-builder.js';
import { writeRange } from '../loops/work-range.js';
import { type Turn, writeLoop } from '../loops/write-loop.js';
import { type Lowering, type Stage, callKernel, together } from './lowering.js';
import type { LoweredProductLoop } from './loop-over-product.js';

/** Elements of a strip: the second level of cache keeps them, and each strip packs the right factor anew. */
const stripElements = 2 ** 17;
/** Strips come in multiples of it, so that threads have as many each. */
const stripsAtOnce = 4;

/** A product and a loop over its elements, strip by strip of its rows, which lie in scratch memory. */
export function productStrips(both: LoweredProductLoop, lowering: Lowering): Stage {
  const { rows, columns, depth, a, b, bias, low } = both;
  const strips = stripsAtOnce * Math.ceil((rows * columns) / stripElements / stripsAtOnce);
  const height = Math.ceil(rows / strips);
  const scratch = lowering.scratch(4 * height * columns);
  return together((code) => {
    const { first: strip, last } = writeRange(code, Math.ceil(rows / height));
    const local = (): Local => code.local('i32');
    const [row, count, position, end, ofProduct] = [local(), local(), local(), local(), local()];
    const writeStrip = (): void => {
      code.get(strip).i32(height).op('i32.mul').set(row);
      code.i32(rows).get(row).op('i32.sub').setAtMost(count, height);
      const ofA = (): void => {
        code
          .i32(a.address)
          .get(row)
          .i32(4 * (a.transposed ? 1 : a.row));
        code.op('i32.mul').op('i32.add');
      };
      callKernel(code, lowering, 'gemm', [
        ...[Number(a.transposed), Number(b.transposed), { local: count }, columns, depth],
        ...[ofA, a.row, b.address, b.row, scratch, columns, bias, { float: low }],
      ]);
      scratch(code);
      code.set(ofProduct);
      code
        .get(row)
        .i32(4 * columns)
        .op('i32.mul')
        .tee(position);
      code
        .get(count)
        .i32(4 * columns)
        .op('i32.mul')
        .op('i32.add')
        .set(end);
      const write = (turn: Turn): void => {
        writeSpan(code, position, end, ofProduct, turn);
      };
      writeLoop(code, lowering, both.region(ofProduct, { position, write }));
    };
    code.countTo(strip, () => code.get(last), 1, writeStrip);
  });
}

/** The elements from one place to another. */
function writeSpan(code: FunctionBuilder, position: Local, end: Local, ofProduct: Local, turn: Turn): void {
  const bound = code.local('i32');
  for (const count of turn.sizes) {
    code
      .get(end)
      .get(end)
      .get(position)
      .op('i32.sub')
      .i32(4 * count - 1)
      .op('i32.and')
      .op('i32.sub')
      .set(bound);
    code.countTo(
      position,
      () => code.get(bound),
      4 * count,
      () => {
        turn(count);
        code.advance(ofProduct, 4 * count);
      },
    );
  }
}
