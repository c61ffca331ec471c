import { ArgumentError } from '@myelin/core';
import { type Tensor, backend_util, broadcastTo, reshape } from '@tensorflow/tfjs-core';
import { map } from './map.js';

export interface VectorizeOptions {
  /** Places of arguments that every call gets as they are. @defaultValue none */
  readonly excluded?: readonly number[] | null;
  /** The last axes that the function takes and returns: `(m,n),(n)->(m)`. @defaultValue it takes and returns scalars */
  readonly signature?: string | null;
}

/**
 * Makes a function of scalars, or of the vectors and matrices of its signature, one of tensors with any axes before, which
 * are broadcast against each other.
 *
 * It runs once for each place of these axes, in a program, too, which then has as many copies of it.
 *
 * @example
 * ```ts
 * const larger = vectorize((a, b) => where(greater(a, b), a, b));
 * larger(tensor([[1], [4]]), tensor([2, 3])); // [[2, 3], [4, 4]]
 * const dots = vectorize((a, b) => dot(a, b), { signature: '(n),(n)->()' });
 * dots(tensor([[1, 2], [3, 4]]), tensor([1, 1])); // [3, 7]
 * ```
 * @throws ArgumentError when the signature is none, or has another number of arguments.
 * @see Keras `keras.ops.vectorize`
 */
export function vectorize(
  pyfunc: (...args: Tensor[]) => Tensor,
  { excluded = null, signature = null }: VectorizeOptions = {},
): (...args: Tensor[]) => Tensor {
  return (...args) => {
    const places = args.map((_, i) => i).filter((i) => excluded?.includes(i) !== true);
    const ranks = signature === null ? places.map(() => 0) : ranksOf(signature, places.length);
    const split = places.map((place, i) => {
      const arg = args[place] as Tensor;
      const outer = arg.rank - (ranks[i] ?? 0);
      return { arg, before: arg.shape.slice(0, outer), own: arg.shape.slice(outer) };
    });
    const before = split.reduce<number[]>(
      (shape, part) => backend_util.assertAndGetBroadcastShape(shape, part.before),
      [],
    );
    const rows = split.map(({ arg, own }) => reshape(broadcastTo(arg, [...before, ...own]), [-1, ...own]));
    const results = map<Tensor[], Tensor>((row) => {
      const given = new Map(places.map((place, i) => [place, row[i]]));
      return pyfunc(...args.map((arg, i) => given.get(i) ?? arg));
    }, rows);
    return reshape(results, [...before, ...results.shape.slice(1)]);
  };
}

/** How many axes each argument has of its own. */
function ranksOf(signature: string, count: number): number[] {
  const groups = (signature.split('->')[0] ?? '').match(/\([^()]*\)/g) ?? [];
  if (!signature.includes('->') || groups.length !== count) {
    throw new ArgumentError({
      who: 'vectorize',
      expected: `a signature with ${count} arguments, such as (m,n),(n)->(m)`,
      got: signature,
    });
  }
  return groups.map(
    (group) =>
      group
        .slice(1, -1)
        .split(',')
        .filter((name) => name.trim() !== '').length,
  );
}
