import type { FunctionBuilder, Local } from '../assembler/function-builder.js';

/** A product of two matrices, which may each be transposed: elements from one row and column to the next. */
export interface SmallProduct {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly a: Operand;
  readonly b: Operand;
  /** The address of the result, whose rows follow each other. */
  readonly c: number;
  /** The address of what is added to every row; undefined for nothing. */
  readonly bias: number | undefined;
  /** Results below are replaced by it. */
  readonly low: number;
}

interface Operand {
  readonly address: number;
  readonly row: number;
  readonly column: number;
}

/** Multiplications below which a kernel would take longer to begin than to compute. */
const mostProducts = 4096;
/** Columns whose sums fit into registers. */
const mostColumns = 16;
/** Vectors of sums at a time. */
const mostSums = 12;
/** Vectors of the second matrix that are read before the first row, rather than for each. */
const mostHeld = 16;

export function isSmallProduct({
  rows,
  columns,
  depth,
}: Pick<SmallProduct, 'rows' | 'columns' | 'depth'>): boolean {
  const products = rows * columns * depth;
  return columns <= mostColumns && products > 0 && products <= mostProducts;
}

/** Writes a product, `c[i, j] = max(low, bias[j] + Σ a[i, k] · b[k, j])`, some rows at a time. */
export function writeSmallProduct(code: FunctionBuilder, product: SmallProduct): void {
  const { rows, columns, depth, a, c, bias } = product;
  const vectors = Array.from({ length: Math.ceil(columns / 4) }, (_, v) => v);
  const starts = vectors.map((v) => {
    const start = code.local('v128');
    if (bias === undefined) code.bits([0, 0, 0, 0]);
    else code.i32(bias).memory('v128.load', 16 * v);
    code.set(start);
    return start;
  });
  const isHeld = depth * vectors.length <= mostHeld;
  // Held rows leave no registers for the sums of several.
  const together = isHeld ? 1 : Math.min(rows, Math.floor(mostSums / vectors.length));
  const nest: Nest = {
    ...{ code, product, vectors, starts },
    sums: Array.from({ length: together }, () => vectors.map(() => code.local('v128'))),
    held: isHeld ? holdRows(code, product, vectors) : undefined,
    fromA: code.local('i32'),
    toC: code.local('i32'),
  };
  const row = code.local('i32');
  code.i32(a.address).set(nest.fromA).i32(c).set(nest.toC).i32(0).set(row);
  code.countTo(
    row,
    () => code.i32(rows - (rows % together)),
    together,
    () => {
      writeRows(nest, together);
      code.advance(nest.fromA, 4 * together * a.row).advance(nest.toC, 4 * together * columns);
    },
  );
  writeRows(nest, rows % together);
}

interface Nest {
  readonly code: FunctionBuilder;
  readonly product: SmallProduct;
  readonly vectors: readonly number[];
  readonly starts: readonly Local[];
  /** The sums of some rows, a vector of columns each. */
  readonly sums: readonly (readonly Local[])[];
  /** The second matrix, if it is held. */
  readonly held: readonly (readonly Local[])[] | undefined;
  readonly fromA: Local;
  readonly toC: Local;
}

/** So many rows from where the pointers stand. */
function writeRows(nest: Nest, count: number): void {
  const { code, product, vectors, starts, held, fromA, toC } = nest;
  const { depth, a, b } = product;
  const sums = nest.sums.slice(0, count);
  for (const sum of sums) sum.forEach((local, v) => code.get(starts[v] as Local).set(local));
  if (held !== undefined)
    held.forEach((row, k) => {
      add(nest, sums, fromA, 4 * k * a.column, row);
    });
  else if (count > 0) {
    const [left, right, k] = [code.local('i32'), code.local('i32'), code.local('i32')];
    const row = vectors.map(() => code.local('v128'));
    code.get(fromA).set(left).i32(b.address).set(right).i32(0).set(k);
    code.countTo(
      k,
      () => code.i32(depth),
      1,
      () => {
        row.forEach((local, v) => {
          loadRow(code, right, product, 0, v);
          code.set(local);
        });
        add(nest, sums, left, 0, row);
        code.advance(left, 4 * a.column).advance(right, 4 * b.row);
      },
    );
  }
  sums.forEach((sum, i) => {
    sum.forEach((local, v) => {
      storeRow(code, toC, product, i, v, local);
    });
  });
}

/** Adds the products of one row of the second matrix with the elements of the first that meet it. */
function add(
  { code, product }: Nest,
  sums: readonly (readonly Local[])[],
  left: Local,
  offset: number,
  right: readonly Local[],
): void {
  const factor = code.local('v128');
  sums.forEach((sum, i) => {
    code
      .get(left)
      .memory('v128.load32_splat', offset + 4 * i * product.a.row)
      .set(factor);
    sum.forEach((local, v) => {
      code
        .get(local)
        .get(factor)
        .get(right[v] as Local);
      code.simd('f32x4.mul').simd('f32x4.add').set(local);
    });
  });
}

/** All rows of the second matrix in locals. */
function holdRows(code: FunctionBuilder, product: SmallProduct, vectors: readonly number[]): Local[][] {
  const start = code.local('i32');
  code.i32(product.b.address).set(start);
  return Array.from({ length: product.depth }, (_, k) =>
    vectors.map((v) => {
      const local = code.local('v128');
      loadRow(code, start, product, k, v);
      code.set(local);
      return local;
    }),
  );
}

/** Puts four columns of a row on the stack, counted from a pointer; what lies beyond the last column does not matter. */
function loadRow(
  code: FunctionBuilder,
  pointer: Local,
  { b, columns }: SmallProduct,
  row: number,
  vector: number,
): void {
  const place = (column: number): number => 4 * (row * b.row + column * b.column);
  if (b.column === 1) {
    code.get(pointer).memory('v128.load', place(4 * vector));
    return;
  }
  const gathered = code.local('v128');
  code.bits([0, 0, 0, 0]).set(gathered);
  for (let lane = 0; lane < Math.min(4, columns - 4 * vector); lane++) {
    code.get(pointer).get(gathered);
    code.lane('v128.load32_lane', lane, place(4 * vector + lane)).set(gathered);
  }
  code.get(gathered);
}

function storeRow(
  code: FunctionBuilder,
  pointer: Local,
  { columns, low }: SmallProduct,
  row: number,
  vector: number,
  sum: Local,
): void {
  const offset = 4 * row * columns + 16 * vector;
  if (low !== -Infinity) code.get(sum).f32(low).simd('f32x4.splat').simd('f32x4.max').set(sum);
  const count = columns - 4 * vector;
  if (count >= 4) code.get(pointer).get(sum).memory('v128.store', offset);
  else {
    for (let lane = 0; lane < count; lane++) {
      code.get(pointer).get(sum);
      code.lane('v128.store32_lane', lane, offset + 4 * lane);
    }
  }
}
