import { ArgumentError, ShapeError, formatShape, shapeSize } from '@myelin/core';
import { type Tensor, reshape, transpose } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

/** Sizes of axes by their names. */
export type AxisLengths = Readonly<Record<string, number>>;

/**
 * Splits, joins and reorders axes by a pattern: `b (h p) c -> b h (p c)` splits the second axis into `h` and `p`, and joins
 * `p` with `c`.
 *
 * Of each axis that is split, the sizes of all parts but one have to be given.
 *
 * @example
 * ```ts
 * rearrange(tensor([[1, 2, 3, 4]]), 'b (h w) -> w (b h)', { w: 2 }); // [[1, 3], [2, 4]]
 * ```
 * @throws ArgumentError when the pattern makes no sense.
 * @throws ShapeError when it does not fit the tensor.
 * @see Keras `keras.ops.rearrange`
 */
export function rearrange<X extends Operand>(x: X, pattern: string, lengths: AxisLengths = {}): Result<X> {
  return rearranged(x, { pattern, lengths });
}

const rearranged: (<X extends Operand>(
  x: X,
  options: { readonly pattern: string; readonly lengths: AxisLengths },
) => Result<X>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Rearrange',
  module: 'einops',
  options: ['pattern', 'lengths'],
  call(x: Tensor, { pattern, lengths }: { pattern: string; lengths: AxisLengths }) {
    const [left, right] = sidesOf(pattern);
    const [from, to] = [left.flat(), right.flat()];
    const sizes = sizesOf(x, left, lengths, pattern);
    const apart = reshape(
      x,
      from.map((name) => sizes.get(name) ?? 1),
    );
    const ordered = transpose(
      apart,
      to.map((name) => from.indexOf(name)),
    );
    return reshape(
      ordered,
      right.map((group) => shapeSize(group.map((name) => sizes.get(name) ?? 1))),
    );
  },
});

type Side = readonly (readonly string[])[];

function sidesOf(pattern: string): readonly [Side, Side] {
  const sides = pattern.split('->').map((side): Side => {
    const groups = side.match(/\([^()]*\)|[A-Za-z_]\w*/g) ?? [];
    return groups.map((group) => group.match(/\w+/g) ?? []);
  });
  const [left = [], right = []] = sides;
  const named = sides.map((side) => side.flat().toSorted().join());
  const unique = sides.every((side) => new Set(side.flat()).size === side.flat().length);
  if (sides.length !== 2 || named[0] !== named[1] || !unique) {
    throw new ArgumentError({
      who: 'rearrange',
      expected: 'the same names on both sides of `->`, each once',
      got: pattern,
    });
  }
  return [left, right];
}

/** The size of every part; one of a group may follow from the others. */
function sizesOf(
  { shape }: Tensor,
  groups: Side,
  lengths: AxisLengths,
  pattern: string,
): Map<string, number> {
  const unfit = (): ShapeError =>
    new ShapeError({ who: 'rearrange', expected: `what fits '${pattern}'`, got: formatShape(shape) });
  if (groups.length !== shape.length) throw unfit();
  const sizes = new Map(Object.entries(lengths));
  groups.forEach((group, axis) => {
    const size = shape[axis] ?? 1;
    const open = group.filter((name) => !sizes.has(name));
    const known = shapeSize(group.filter((name) => sizes.has(name)).map((name) => sizes.get(name) ?? 1));
    const [first] = open;
    if (open.length > 1 || size % known !== 0 || (first === undefined && size !== known)) throw unfit();
    if (first !== undefined) sizes.set(first, size / known);
  });
  return sizes;
}
