import { type Body, type Operation, loopOverProduct } from '@myelin/compiler';
import type { Local } from '../assembler/function-builder.js';
import type { LoopRegion, Walk } from '../loops/write-loop.js';
import { type Lowering, resultOf } from './lowering.js';
import { lowestOf } from './products.js';

/** A product of two matrices, and a loop over its elements that is not told where the product lies. */
export interface LoweredProductLoop {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly a: Factor;
  readonly b: Factor;
  /** The address of what is added to every row of the product; 0 for nothing. */
  readonly bias: number;
  /** What is smaller in the product is replaced by it. */
  readonly low: number;
  /** The loop, whose elements of the product a local leads to. */
  readonly region: (ofProduct: Local, walk: Walk) => LoopRegion;
}

interface Factor {
  readonly address: number;
  readonly transposed: boolean;
  /** Stored rows. */
  readonly height: number;
  /** Elements from one stored row to the next. */
  readonly row: number;
}

export function lowerProductLoop(operation: Operation, body: Body, lowering: Lowering): LoweredProductLoop {
  const { product, loop } = loopOverProduct(body) as NonNullable<ReturnType<typeof loopOverProduct>>;
  const given = Object.values(operation.inputs);
  const outside = new Map(body.parameters.map(({ id }, i) => [id, given[i] as number]));
  const factorOf = (name: 'a' | 'b'): Factor => {
    const id = outside.get(product.inputs[name] as number) as number;
    const { shape } = lowering.valueOf(id);
    const transposed = product.attrs[name === 'a' ? 'transposeA' : 'transposeB'] === true;
    return { address: lowering.address(id), transposed, height: shape[0] ?? 1, row: shape[1] ?? 1 };
  };
  const [a, b] = [factorOf('a'), factorOf('b')];
  const bias = outside.get(product.inputs['bias'] as number);
  const { shape } = resultOf(operation);
  const [rows = 1, columns = 1] = shape;
  return {
    ...{ rows, columns, depth: a.transposed ? a.height : a.row },
    ...{ a, b },
    bias: bias === undefined ? 0 : lowering.address(bias),
    low: lowestOf(product.attrs),
    region: (ofProduct, walk) => ({
      body: loop,
      shape,
      places: loop.parameters.map(({ id }) => {
        const value = outside.get(id);
        return value === undefined ? { local: ofProduct } : lowering.place(value);
      }),
      results: operation.outputs.map(({ id, dtype }) => ({ address: lowering.address(id), dtype })),
      walk,
    }),
  };
}
