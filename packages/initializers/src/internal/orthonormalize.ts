/**
 * Makes vectors orthogonal to each other and of length 1, in place: from each, its parts along those before are taken.
 *
 * Done twice, since rounding leaves small parts after the first time.
 *
 * @see Giraud, Langou and Rozložník, "The loss of orthogonality in the Gram-Schmidt orthogonalization process", 2005.
 */
export function orthonormalize(vectors: readonly Float64Array[]): void {
  vectors.forEach((vector, i) => {
    for (let pass = 0; pass < 2; pass++) {
      for (const before of vectors.slice(0, i)) {
        const along = dot(vector, before);
        for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) - along * (before[k] ?? 0);
      }
    }
    const length = Math.sqrt(dot(vector, vector));
    for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) / length;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
