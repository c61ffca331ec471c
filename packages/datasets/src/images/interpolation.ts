/** How pixels between pixels are found. */
export type Interpolation =
  'bilinear' | 'nearest' | 'bicubic' | 'area' | 'lanczos3' | 'lanczos5' | 'gaussian' | 'mitchellcubic';

/** Which old rows (or columns) a new one is made of: those from `first` on, each with its weight; weights add up to 1. */
export interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/**
 * What each of `to` rows is made of that are as high together as `from` old ones.
 *
 * Centres of rows lie at halves. Places are found in float32, so that those that lie on an edge fall to its same side as in
 * TensorFlow.
 *
 * @see TensorFlow `tf.image.resize` without `antialias`: its kernels do not widen where pictures are made smaller
 */
export function tapsOf(interpolation: Interpolation, from: number, to: number): Taps[] {
  return Array.from({ length: to }, (_, index) => finders[interpolation]({ index, from, to }));
}

/** A new row: its index among `to` of them, made of `from` old ones. */
interface Place {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

const finders: Readonly<Record<Interpolation, (place: Place) => Taps>> = {
  bilinear: (place) => around(centreOf(place), place.from, triangle),
  nearest: (place) => ({ first: Math.min(Math.floor(centreOf(place)), place.from - 1), weights: [1] }),
  bicubic: (place) => around(toTable(centreOf(place)), place.from, keysCubic),
  area,
  lanczos3: (place) => around(inverseCentreOf(place), place.from, lanczos3),
  lanczos5: (place) => around(inverseCentreOf(place), place.from, lanczos5),
  gaussian: (place) => around(inverseCentreOf(place), place.from, gaussian),
  mitchellcubic: (place) => around(inverseCentreOf(place), place.from, mitchellCubic),
};

/** Where the middle of a new row lies on the old ones, the first of which reaches from 0 to 1. */
function centreOf({ index, from, to }: Place): number {
  return Math.fround((index + 0.5) * Math.fround(from / to));
}

/** The same, where TensorFlow knows the inverse of the scale, and so rounds twice. */
function inverseCentreOf({ index, from, to }: Place): number {
  return Math.fround((index + 0.5) * Math.fround(1 / Math.fround(to / from)));
}

/** What an old row counts, before all that count are made to add up to 1. */
interface Kernel {
  /** Rows so far away and further do not count. */
  readonly radius: number;
  readonly weight: (distance: number) => number;
}

/** The old rows around `centre`, of which there are `from`. */
function around(centre: number, from: number, { radius, weight }: Kernel): Taps {
  const first = Math.max(0, Math.ceil(centre - radius - 0.5));
  const last = Math.min(from - 1, Math.floor(centre + radius - 0.5));
  const weights = Array.from({ length: last - first + 1 }, (_, i) => {
    const distance = Math.abs(first + i + 0.5 - centre);
    return distance < radius ? weight(distance) : 0;
  });
  const total = weights.reduce((sum, one) => sum + one, 0);
  return { first, weights: weights.map((one) => one / total) };
}

/** The mean over all that a new row covers, from `index · from / to` to `(index + 1) · from / to`. */
function area({ index, from, to }: Place): Taps {
  const [start, end] = [(index * from) / to, ((index + 1) * from) / to];
  const first = Math.floor(start);
  const last = Math.min(Math.ceil(end), from) - 1;
  const weights = Array.from({ length: last - first + 1 }, (_, i) => {
    const row = first + i;
    return (Math.min(row + 1, end) - Math.max(row, start)) / (end - start);
  });
  return { first, weights };
}

/** TensorFlow looks weights of `'bicubic'` up in a table that has 1,024 steps from the middle of one row to the next. */
function toTable(centre: number): number {
  return Math.round((centre - 0.5) * 1024) / 1024 + 0.5;
}

const triangle: Kernel = { radius: 1, weight: (x) => 1 - x };

/** The cubic convolution of Keys, 1981, with `a = -1/2`. */
const keysCubic: Kernel = {
  radius: 2,
  weight: (x) => (x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2),
};

/** `e^(-x² / 2σ²)` with `σ = 1/2`. */
const gaussian: Kernel = { radius: 1.5, weight: (x) => Math.exp(-2 * x * x) };

/** The cubic of Mitchell and Netravali, 1988, with `B = C = 1/3`. */
const mitchellCubic: Kernel = {
  radius: 2,
  weight: (x) =>
    x < 1 ? ((7 / 6) * x - 2) * x * x + 8 / 9 : (((-7 / 18) * x + 2) * x - 10 / 3) * x + 16 / 9,
};

const lanczos3 = lanczos(3);
const lanczos5 = lanczos(5);

/** `sinc(x) · sinc(x / radius)`, `sinc(x) = sin(πx) / πx`. */
function lanczos(radius: number): Kernel {
  const weight = (x: number): number => {
    const angle = Math.PI * x;
    return x < 1e-3 ? 1 : (radius * Math.sin(angle) * Math.sin(angle / radius)) / (angle * angle);
  };
  return { radius, weight };
}
