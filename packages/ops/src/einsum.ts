import { type DeserializeContext, ShapeError, type WireRecord, formatShape, shapeSize } from '@myelin/core';
import {
  type Tensor,
  broadcastTo,
  matMul,
  mul,
  pad,
  reshape,
  slice,
  sum,
  transpose,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { type Subscripts, parseSubscripts } from './internal/einsum-subscripts.js';

/**
 * Sums of products, by Einstein's convention: `ab,bc->ac` is the matrix product `y[a, c] = Σ x[a, b] · w[b, c]`.
 *
 * Letters name axes. Axes of the same name run together; those that the result does not name are summed. `...` stands for
 * any number of axes, which broadcast. Operands are multiplied from left to right.
 *
 * @example
 * ```ts
 * einsum('ab,b->a', tensor([[1, 2], [3, 4]]), tensor([10, 1])); // [12, 34]
 * ```
 * @throws ArgumentError when the equation makes no sense, or does not fit the operands.
 * @throws ShapeError when axes of the same name have different sizes.
 * @see Keras `keras.ops.einsum`
 */
export const einsum: (<X extends Operand>(subscripts: string, ...operands: readonly X[]) => Result<X>) &
  OpClass = /* @__PURE__ */ subscriptsFirst(
  /* @__PURE__ */ defineOp<Einsum>({
    className: 'Einsum',
    module: 'numpy',
    operands: 'all',
    options: ['subscripts'],
    call(...args: unknown[]) {
      const operands = args.slice(0, -1) as Tensor[];
      const { subscripts } = args.at(-1) as { readonly subscripts: string };
      const parsed = parseSubscripts(
        subscripts,
        operands.map(({ rank }) => rank),
      );
      return contractAll(operands, parsed, `einsum('${subscripts}')`);
    },
  }),
);

type Einsum = (...args: readonly unknown[]) => never;

function subscriptsFirst(op: Einsum & OpClass): typeof einsum {
  const { className, module, registeredName } = op;
  return Object.assign(
    (subscripts: string, ...operands: readonly Operand[]) => op(...operands, { subscripts }),
    {
      className,
      module,
      registeredName,
      fromConfig: (config: WireRecord, context: DeserializeContext) => op.fromConfig(config, context),
    },
  );
}

/** A tensor whose axes have names. */
interface Named {
  readonly x: Tensor;
  readonly axes: readonly string[];
}

function contractAll(
  operands: readonly Tensor[],
  { operands: names, result }: Subscripts,
  who: string,
): Tensor {
  const sizes = sizesOf(operands, names, who);
  const terms = operands.map((x, i): Named => diagonals({ x, axes: names[i] ?? [] }));
  const product = terms.reduce((left, right, i) => {
    const later = new Set([...terms.slice(i + 1).flatMap(({ axes }) => axes), ...result]);
    return contract(
      sumOthers(left, new Set([...right.axes, ...later])),
      sumOthers(right, new Set([...left.axes, ...later])),
      later,
      sizes,
    );
  });
  const { x, axes } = sumOthers(product, new Set(result));
  const order = result.map((axis) => axes.indexOf(axis));
  return transpose(x, order);
}

/** The size of every axis; an axis of size 1 broadcasts. */
function sizesOf(
  operands: readonly Tensor[],
  names: readonly (readonly string[])[],
  who: string,
): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  operands.forEach(({ shape }, i) => {
    names[i]?.forEach((axis, place) => {
      const [size = 1, known = 1] = [shape[place], sizes.get(axis)];
      if (size !== 1 && known !== 1 && size !== known) {
        throw new ShapeError({
          who,
          expected: `axes of the same name to have the same size`,
          got: operands.map((operand) => formatShape(operand.shape)).join(' and '),
        });
      }
      sizes.set(axis, Math.max(size === 0 ? 0 : size, known));
    });
  });
  return sizes;
}

/** Axes that occur twice in one operand become the diagonal over them. */
function diagonals({ x, axes }: Named): Named {
  const second = axes.findIndex((axis, i) => axes.indexOf(axis) < i);
  if (second < 0) return { x, axes };
  const first = axes.indexOf(axes[second] ?? '');
  const others = axes.map((_, i) => i).filter((i) => i !== first && i !== second);
  const shape = others.map((i) => x.shape[i] ?? 1);
  const [size = 1, count] = [x.shape[first], shapeSize(shape)];
  // Behind each element of the diagonal, the next one lies one row and one column further.
  const flat = reshape(transpose(x, [...others, first, second]), [count, size * size]);
  const rows = reshape(
    pad(flat, [
      [0, 0],
      [0, size],
    ]),
    [count, size, size + 1],
  );
  const diagonal = reshape(slice(rows, [0, 0, 0], [count, size, 1]), [...shape, size]);
  return diagonals({ x: diagonal, axes: [...others.map((i) => axes[i] ?? ''), axes[first] ?? ''] });
}

/** Sums over the axes that nothing needs. */
function sumOthers({ x, axes }: Named, needed: ReadonlySet<string>): Named {
  const gone = axes.flatMap((axis, i) => (needed.has(axis) ? [] : [i]));
  if (gone.length === 0) return { x, axes };
  return { x: sum(x, gone), axes: axes.filter((axis) => needed.has(axis)) };
}

/** The product of two, summed over the axes that both have and nobody needs later: one matrix product. */
function contract(a: Named, b: Named, later: ReadonlySet<string>, sizes: ReadonlyMap<string, number>): Named {
  const common = a.axes.filter((axis) => b.axes.includes(axis));
  const batch = common.filter((axis) => later.has(axis));
  const inner = common.filter((axis) => !later.has(axis));
  const [rows, columns] = [a, b].map(({ axes }) => axes.filter((axis) => !common.includes(axis))) as [
    string[],
    string[],
  ];
  const size = (axes: readonly string[]): number[] => axes.map((axis) => sizes.get(axis) ?? 1);
  const axes = [...batch, ...rows, ...columns];
  if (inner.length === 0) {
    const left = reshape(ordered(a, [...batch, ...rows], sizes), [
      ...size(batch),
      ...size(rows),
      ...columns.map(() => 1),
    ]);
    const right = reshape(ordered(b, [...batch, ...columns], sizes), [
      ...size(batch),
      ...rows.map(() => 1),
      ...size(columns),
    ]);
    return { x: mul(left, right), axes };
  }
  const groups = batch.length === 0 ? [] : [shapeSize(size(batch))];
  const [m, n, k] = [rows, columns, inner].map((of) => shapeSize(size(of))) as [number, number, number];
  const left = reshape(ordered(a, [...batch, ...rows, ...inner], sizes), [...groups, m, k]);
  const right = reshape(ordered(b, [...batch, ...inner, ...columns], sizes), [...groups, k, n]);
  return { x: reshape(matMul(left, right), size(axes)), axes };
}

/** The axes in that order, broadcast to their sizes. */
function ordered({ x, axes }: Named, order: readonly string[], sizes: ReadonlyMap<string, number>): Tensor {
  const turned = transpose(
    x,
    order.map((axis) => axes.indexOf(axis)),
  );
  const shape = order.map((axis) => sizes.get(axis) ?? 1);
  return turned.shape.every((size, i) => size === shape[i]) ? turned : broadcastTo(turned, shape);
}
