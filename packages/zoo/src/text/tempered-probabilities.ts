import { ArgumentError } from '@myelin/core';

/**
 * Probabilities made sharper or flatter: `softmax(log p / temperature)`.
 *
 * At temperature 1 they stay as they are; towards 0 the largest takes all, and above 1 they become more alike.
 *
 * @example
 * ```ts
 * temperedProbabilities([0.8, 0.2], 0.5); // [0.9412, 0.0588]
 * temperedProbabilities([0.8, 0.2], 0); // [1, 0]
 * ```
 * @throws ArgumentError for a negative temperature.
 */
export function temperedProbabilities(probabilities: ArrayLike<number>, temperature: number): Float32Array {
  if (!(temperature >= 0)) {
    throw new ArgumentError({
      who: 'temperedProbabilities',
      expected: 'a temperature from 0 up',
      got: String(temperature),
    });
  }
  const given = Float64Array.from(probabilities);
  const most = Math.max(...given);
  if (temperature === 0) {
    const place = given.indexOf(most);
    return Float32Array.from(given, (_, i) => (i === place ? 1 : 0));
  }
  // Divided by the largest first: a power of it could vanish.
  const powers = given.map((probability) => (probability / most) ** (1 / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return Float32Array.from(powers, (power) => power / sum);
}
