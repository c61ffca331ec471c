/** Sums of cosines by their coefficients: `w(φ) = Σ aₖ · cos(k · φ)` for φ from -π to π. */
const cosineSums = {
  boxcar: [1],
  hann: [0.5, 0.5],
  hamming: [0.54, 0.46],
  blackman: [0.42, 0.5, 0.08],
  nuttall: [0.3635819, 0.4891775, 0.1365995, 0.0106411],
  blackmanharris: [0.35875, 0.48829, 0.14128, 0.01168],
  flattop: [0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368],
} as const;

/** Window functions by the names that SciPy has for them. */
export type WindowName = keyof typeof cosineSums | 'bartlett';

export const windowNames: readonly string[] = [...Object.keys(cosineSums), 'bartlett'];

/**
 * The weights of a window of some length; a periodic one is the first part of a window that is one longer.
 *
 * @see SciPy `scipy.signal.get_window`
 */
export function windowOf(name: WindowName, length: number, periodic: boolean): number[] {
  const steps = periodic ? length : length - 1;
  return Array.from({ length }, (_, n) => (steps === 0 ? 1 : at(name, n / steps)));
}

/** The weight at a fraction of the way. */
function at(name: WindowName, fraction: number): number {
  if (name === 'bartlett') return 1 - Math.abs(2 * fraction - 1);
  const angle = (2 * fraction - 1) * Math.PI;
  return cosineSums[name].reduce<number>((sum, factor, k) => sum + factor * Math.cos(k * angle), 0);
}
