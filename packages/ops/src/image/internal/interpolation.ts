/** What every place of an output axis takes from the input axis: a matrix `[inputSize, outputSize]`, row by row. */
export type Interpolation = (inputSize: number, outputSize: number) => Float32Array<ArrayBuffer>;

/** Where the centre of a pixel of the output lies on the input. TensorFlow counts in float32. */
function centre(place: number, inputSize: number, outputSize: number): number {
  return Math.fround(Math.fround((place + 0.5) * Math.fround(inputSize / outputSize)) - 0.5);
}

/** Which element of the input is nearest to each place of the output. */
export function nearestPlaces(inputSize: number, outputSize: number): Int32Array<ArrayBuffer> {
  const scale = Math.fround(inputSize / outputSize);
  return Int32Array.from({ length: outputSize }, (_, place) =>
    Math.min(Math.floor(Math.fround((place + 0.5) * scale)), inputSize - 1),
  );
}

/** A matrix of the weights that `weigh` gives to places of the input, some of which may lie outside. */
function matrix(
  weigh: (place: number, inputSize: number, outputSize: number) => readonly (readonly [number, number])[],
): Interpolation {
  return (inputSize, outputSize) => {
    const weights = new Float32Array(inputSize * outputSize);
    for (let place = 0; place < outputSize; place++) {
      for (const [source, weight] of weigh(place, inputSize, outputSize)) {
        const at = Math.min(Math.max(source, 0), inputSize - 1) * outputSize + place;
        weights[at] = (weights[at] ?? 0) + weight;
      }
    }
    return weights;
  };
}

/** Between the two nearest elements; outside the input, its last element. */
export const bilinear: Interpolation = /* @__PURE__ */ matrix((place, inputSize, outputSize) => {
  const at = centre(place, inputSize, outputSize);
  const before = Math.floor(at);
  return [
    [before, 1 - (at - before)],
    [before + 1, at - before],
  ];
});

/**
 * Keys' cubic between the four nearest elements, those outside the input left out. TensorFlow takes the weights from a
 * table of 1024 steps.
 */
export const bicubic: Interpolation = /* @__PURE__ */ matrix((place, inputSize, outputSize) => {
  const at = centre(place, inputSize, outputSize);
  const before = Math.floor(at);
  const part = roundToEven((at - before) * steps) / steps;
  const weights = [1 + part, part, 1 - part, 2 - part].map(cubic);
  const inside = weights.map((weight, i) => {
    const source = before - 1 + i;
    return source >= 0 && source < inputSize ? weight : 0;
  });
  const total = inside.reduce((sum, weight) => sum + weight, 0);
  return inside.map((weight, i) => [before - 1 + i, weight / total] as const);
});

const steps = 1024;

/** Keys' cubic with `a = -1/2`. */
function cubic(distance: number): number {
  return distance < 1
    ? (1.5 * distance - 2.5) * distance * distance + 1
    : ((-0.5 * distance + 2.5) * distance - 4) * distance + 2;
}

function roundToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below === 0.5) return below % 2 === 0 ? below : below + 1;
  return Math.round(x);
}

/** The mean over what a pixel of the output covers of the input. */
export const area: Interpolation = /* @__PURE__ */ matrix((place, inputSize, outputSize) => {
  const scale = Math.fround(inputSize / outputSize);
  const [start, end] = [Math.fround(place * scale), Math.fround((place + 1) * scale)];
  const first = Math.floor(start);
  return Array.from({ length: Math.ceil(end) - first }, (_, i) => {
    const source = first + i;
    return [source, (Math.min(source + 1, end) - Math.max(source, start)) / scale] as const;
  });
});
