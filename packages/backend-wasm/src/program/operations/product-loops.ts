import { type Body, type Operation, loopOverProduct } from '@myelin/compiler';
import type { Local } from '../assembler/function-builder.js';
import { writeRange } from '../loops/work-range.js';
import { writeLoop } from '../loops/write-loop.js';
import { type Lowering, type Stage, callKernel, resultOf, together } from './lowering.js';
import { lowestOf } from './products.js';

/** Elements of a strip: the second level of cache keeps them, and each strip packs the right factor anew. */
const stripElements = 2 ** 17;
/** Strips come in multiples of it, so that threads have as many each. */
const stripsAtOnce = 4;

/** A product of two matrices and a loop over its elements: strip by strip of its rows, which lie in scratch memory. */
export function productLoop(operation: Operation, body: Body, lowering: Lowering): Stage {
  const { product, loop } = loopOverProduct(body) as NonNullable<ReturnType<typeof loopOverProduct>>;
  const given = Object.values(operation.inputs);
  const outside = new Map(body.parameters.map(({ id }, i) => [id, given[i] as number]));
  const factor = (name: string): number | undefined => outside.get(product.inputs[name] as number);
  const [a, b, bias] = [factor('a') as number, factor('b') as number, factor('bias')];
  const [transposeA, transposeB] = [
    product.attrs['transposeA'] === true,
    product.attrs['transposeB'] === true,
  ];
  const widthOf = (id: number): number => lowering.valueOf(id).shape[1] ?? 1;
  const depth = lowering.valueOf(a).shape[transposeA ? 0 : 1] ?? 1;
  const { shape } = resultOf(operation);
  const [rows = 1, columns = 1] = shape;
  const strips = stripsAtOnce * Math.ceil((rows * columns) / stripElements / stripsAtOnce);
  const height = Math.ceil(rows / strips);
  const scratch = lowering.scratch(4 * height * columns);
  return together((code) => {
    const { first: strip, last } = writeRange(code, Math.ceil(rows / height));
    const [row, count, from, to, start] = ['i32', 'i32', 'i32', 'i32', 'i32'].map((type) =>
      code.local(type as 'i32'),
    ) as [Local, Local, Local, Local, Local];
    const writeStrip = (): void => {
      code.get(strip).i32(height).op('i32.mul').set(row);
      code.i32(rows).get(row).op('i32.sub').tee(count);
      code
        .i32(height)
        .op('i32.ge_u')
        .if(() => code.i32(height).set(count));
      const ofA = (): void => {
        code
          .i32(lowering.address(a))
          .get(row)
          .i32(4 * (transposeA ? 1 : widthOf(a)));
        code.op('i32.mul').op('i32.add');
      };
      callKernel(code, lowering, 'gemm', [
        ...[Number(transposeA), Number(transposeB), { local: count }, columns, depth],
        ...[ofA, widthOf(a), lowering.address(b), widthOf(b), scratch, columns],
        ...[bias === undefined ? 0 : lowering.address(bias), { float: lowestOf(product.attrs) }],
      ]);
      code.get(row).i32(columns).op('i32.mul').tee(from);
      code.get(count).i32(columns).op('i32.mul').op('i32.add').set(to);
      // The loop goes on from its first element.
      scratch(code);
      code.get(from).i32(4).op('i32.mul').op('i32.sub').set(start);
      writeLoop(code, lowering.module, {
        body: loop,
        shape,
        places: loop.parameters.map(({ id }) => {
          const value = outside.get(id);
          return value === undefined ? { local: start } : lowering.place(value);
        }),
        results: operation.outputs.map(({ id, dtype }) => ({ address: lowering.address(id), dtype })),
        range: { first: from, last: to },
      });
    };
    code.countTo(strip, () => code.get(last), 1, writeStrip);
  });
}
