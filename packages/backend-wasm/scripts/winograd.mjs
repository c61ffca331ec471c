/**
 * AssemblyScript source of Winograd's transforms, straight-line code for each kind of tile.
 *
 * A convolution F(m, r) computes m neighbouring results of r taps with only m + r - 1 products. With matrices that follow
 * from points where polynomials are evaluated (Lavin and Gray 2015, arXiv 1509.09308),
 *
 *   results = outputs · ((filter · taps) ⊙ (input · values)),
 *
 * in two dimensions with each matrix from both sides. The gradient of the taps is filterᵀ · ((outputsᵀ · gradients) ⊙
 * (input · values)).
 */
const a = Math.SQRT1_2;
const b = Math.SQRT2;

/**
 * The points of F(4, 3) are 0, ±√½, ±√2 and infinity: compared with 0, ±1, ±2 the rounding errors are a fifth. Those of
 * F(3, 2) are 0, ±1 and infinity.
 */
const kinds = [
  {
    name: '4x3',
    outputs: [
      [1, 1, 1, 1, 1, 0],
      [0, a, -a, b, -b, 0],
      [0, 0.5, 0.5, 2, 2, 0],
      [0, a / 2, -a / 2, 2 * b, -2 * b, 1],
    ],
    filter: [
      [1, 0, 0],
      [-2 / 3, (-2 / 3) * a, -1 / 3],
      [-2 / 3, (2 / 3) * a, -1 / 3],
      [1 / 6, b / 6, 1 / 3],
      [1 / 6, -b / 6, 1 / 3],
      [0, 0, 1],
    ],
    input: [
      [1, 0, -2.5, 0, 1, 0],
      [0, -2 * a, -2, a, 1, 0],
      [0, 2 * a, -2, -a, 1, 0],
      [0, -b / 2, -0.5, b, 1, 0],
      [0, b / 2, -0.5, -b, 1, 0],
      [0, 1, 0, -2.5, 0, 1],
    ],
  },
  {
    name: '3x2',
    outputs: [
      [1, 1, 1, 0],
      [0, 1, -1, 0],
      [0, 1, 1, 1],
    ],
    filter: [
      [-1, 0],
      [0.5, 0.5],
      [0.5, -0.5],
      [0, 1],
    ],
    input: [
      [-1, 0, 1, 0],
      [0, 1, 1, 0],
      [0, -1, 1, 0],
      [0, -1, 0, 1],
    ],
  },
];

const range = (count) => [...Array(count).keys()];
const transposed = (matrix) => matrix[0].map((_, column) => matrix.map((row) => row[column]));
const isPair = (x, y) =>
  x.every((value, i) => Math.abs(value) === Math.abs(y[i])) && x.some((value, i) => value !== y[i]);

function sum(coefficients, names) {
  const terms = names
    .map((name, i) => ({ name, factor: coefficients[i] }))
    .filter(({ factor }) => factor !== 0);
  // What is taken as it is comes first, so that the rest are multiply-adds.
  const [first, ...others] = terms.toSorted((x, y) => (y.factor === 1) - (x.factor === 1));
  const start = first.factor === 1 ? first.name : `f32x4.mul(${first.name}, f32x4.splat(${first.factor}))`;
  return others.reduce((text, { name, factor }) => {
    if (Math.abs(factor) === 1) return `f32x4.${factor > 0 ? 'add' : 'sub'}(${text}, ${name})`;
    return `multiplyAdd(${name}, f32x4.splat(${factor}), ${text})`;
  }, start);
}

/** Lines that compute matrix · inputs, and the names of the results. Pairs of points ±p share their even and odd parts. */
function product(matrix, inputs) {
  const lines = [];
  const define = (name, coefficients, names) => {
    lines.push(`const ${name} = ${sum(coefficients, names)};`);
    return name;
  };
  let [rows, names] = [matrix, [...inputs]];
  for (let j = 0; j + 1 < names.length; j++) {
    const columns = transposed(rows);
    if (!isPair(columns[j], columns[j + 1])) continue;
    const pair = names.slice(j, j + 2);
    names.splice(j, 2, define(`even${j}`, [1, 1], pair), define(`odd${j}`, [1, -1], pair));
    rows = rows.map((row) => row.toSpliced(j, 2, (row[j] + row[j + 1]) / 2, (row[j] - row[j + 1]) / 2));
  }
  const results = [];
  while (results.length < rows.length) {
    const i = results.length;
    const [row, next] = [rows[i], rows[i + 1]];
    if (next && isPair(row, next)) {
      const half = (sign) => row.map((value, j) => (value + sign * next[j]) / 2);
      const parts = [define(`same${i}`, half(1), names), define(`other${i}`, half(-1), names)];
      results.push(define(`r${i}`, [1, 1], parts), define(`r${i + 1}`, [1, -1], parts));
    } else {
      results.push(define(`r${i}`, row, names));
    }
  }
  return { lines, results };
}

/** `load(i)` says where the i-th value comes from, `store(i, result)` keeps a result. */
function body(matrix, load, store) {
  const inputs = range(matrix[0].length).map((i) => `d${i}`);
  const { lines, results } = product(matrix, inputs);
  return [
    ...inputs.map((name, i) => `const ${name} = v128.load(${load(i)});`),
    ...lines,
    ...results.map((name, i) => `${store(i, name)};`),
  ].join('\n      ');
}

const at = (base, stride, i) => (i === 0 ? base : `${base} + ${stride} * ${i}`);

/** Rows of an image, as they lie: each vertical group of values becomes one of transformed values. */
function lines(name, matrix) {
  const rows = range(matrix[0].length);
  return `
function lines${name}(rows: usize, to: usize, step: usize, size: usize): void {
  ${rows.map((i) => `const row${i} = load<usize>(rows, ${4 * i});`).join(' ')}
  for (let i: usize = 0; i < size; i += 16) {
      ${body(
        matrix,
        (i) => `row${i} + i`,
        (i, result) => `v128.store(${at('to', 'step', i)}, ${result})`,
      )}
    to += 16;
  }
}`;
}

/** Horizontal groups of cells of one transformed row, \`advance\` cells apart. */
function cells(name, matrix, advance) {
  return `
function cells${name}(from: usize, cell: usize, count: i32, to: usize, step: usize): void {
  for (let n = 0; n < count; n++) {
    for (let i: usize = 0; i < cell; i += 16) {
      ${body(
        matrix,
        (i) => at('from + i', 'cell', i),
        (i, result) => `v128.store(${at('to + i', 'step', i)}, ${result})`,
      )}
    }
    from += cell * ${advance};
    to += cell;
  }
}`;
}

/**
 * matrix · values · matrixᵀ of the squares of values at `from`, four neighbours at a time. What is final takes a bias and
 * an activation with it.
 */
function squares(name, matrix, isFinal = false) {
  const [side, results] = [matrix[0].length, matrix.length];
  const finish = isFinal ? (result) => `f32x4.max(f32x4.add(${result}, shift), floor)` : (result) => result;
  return `
function squares${name}(from: usize, row: usize, column: usize, to: usize, rowTo: usize, columnTo: usize, size: usize, half: usize${isFinal ? ', bias: usize, low: f32' : ''}): void {
  ${isFinal ? 'const floor = f32x4.splat(low);' : ''}
  for (let i: usize = 0; i < size; i += 16) {
    ${isFinal ? 'const shift = v128.load(bias + i);' : ''}
    let p = from + i, q = to + i, h = half;
    for (let x = 0; x < ${side}; x++) {
      ${body(
        matrix,
        (i) => at('p', 'row', i),
        (i, result) => `v128.store(h, ${result}, ${16 * side * i})`,
      )}
      p += column;
      h += 16;
    }
    h = half;
    for (let y = 0; y < ${results}; y++) {
      ${body(
        matrix,
        (i) => `h, ${16 * i}`,
        (i, result) => `v128.store(${at('q', 'columnTo', i)}, ${finish(result)})`,
      )}
      q += rowTo;
      h += ${16 * side};
    }
  }
}`;
}

function choice(name, parameters) {
  const passed = parameters.replaceAll(/: \w+/g, '');
  const calls = kinds.map((kind, i) => {
    const call = `${name}${kind.name}(${passed});`;
    return i < kinds.length - 1 ? `if (kind == ${i}) ${call}` : call;
  });
  return `
export function ${name}(kind: i32, ${parameters}): void {
  ${calls.join('\n  else ')}
}`;
}

/** The text of `assembly/winograd-transforms.ts`, which exists only while the build runs. */
export function winogradSource() {
  const functions = kinds.flatMap(({ name, outputs, filter, input }) => [
    lines(`OfInput${name}`, input),
    cells(`OfInput${name}`, input, outputs.length),
    lines(`OfGradient${name}`, transposed(outputs)),
    cells(`OfGradient${name}`, transposed(outputs), outputs.length),
    squares(`OfFilter${name}`, filter),
    squares(`OfOutput${name}`, outputs, true),
    squares(`OfTaps${name}`, transposed(filter)),
  ]);
  const rowsParameters = 'rows: usize, to: usize, step: usize, size: usize';
  const cellParameters = 'from: usize, cell: usize, count: i32, to: usize, step: usize';
  const squareParameters =
    'from: usize, row: usize, column: usize, to: usize, rowTo: usize, columnTo: usize, size: usize, half: usize';
  return `import { multiplyAdd } from './simd';
${functions.join('\n')}
${choice('linesOfInput', rowsParameters)}
${choice('linesOfGradient', rowsParameters)}
${choice('cellsOfInput', cellParameters)}
${choice('cellsOfGradient', cellParameters)}
${choice('squaresOfFilter', squareParameters)}
${choice('squaresOfOutput', `${squareParameters}, bias: usize, low: f32`)}
${choice('squaresOfTaps', squareParameters)}
`;
}
