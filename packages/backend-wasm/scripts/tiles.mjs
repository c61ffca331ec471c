/**
 * AssemblyScript source of the register tiles: one function for each number of rows (1 to 6) and columns (16, 8 or 4) of
 * the result, and one for a single row of 32, which would not keep the processor busy in eights. Written by a program
 * because a tile's accumulators must be locals, which no loop can index.
 *
 * A tile computes
 *
 *   c[r, j] = max(low, init[r, j] + Σ_s Σ_l a[r · rowA + s · segmentA + l · stepA] · b[s · segmentB + l · stepB + j])
 *
 * with s < segments, l < length; assembly/tile.ts says what each name means. Two levels of summation let the same code
 * read packed panels, matrices in place, either way round, and the windows of a convolution. Tiles of 16 columns are for
 * engines that compute two vectors at once: others have too few registers for them. They take two panels of the right
 * operand.
 */
const range = (count) => [...Array(count).keys()];

function tile(rows, columns) {
  const vectors = range(columns / 4);
  const cells = range(rows).flatMap((row) =>
    vectors.map((vector) => ({ row, vector, name: `sum${row}_${vector}` })),
  );
  const at = (base, stride, row) => (row === 0 ? base : `${base} + ${stride} * ${row}`);
  // The rows share one moving pointer: with a pointer for each, V8 runs out of registers.
  const offset = (row) => (row === 0 ? 'p' : `p + offset${row}`);
  const constant = (name) => `const ${name} = t.${name};`;
  const ofPanel = (vector) =>
    columns === 16 && vector > 1 ? `q + panelB, ${16 * (vector - 2)}` : `q, ${16 * vector}`;
  return `
function tile${rows}x${columns}(t: Tile, tiles: i32): void {
  ${['rowA', 'stepA', 'stepB', 'rowC', 'rowInit', 'length', 'segments', 'low'].map(constant).join(' ')}
  ${columns === 16 ? constant('panelB') : ''}
  const backA = t.segmentA - stepA * length, backB = t.segmentB - stepB * length, runB = stepB * length;
  let a = t.a, b = t.b, c = t.c, init = t.init;
  ${range(rows)
    .slice(1)
    .map((row) => `const offset${row} = rowA * ${row};`)
    .join(' ')}
  do {
    ${cells.map(({ row, vector, name }) => `let ${name} = v128.load(${at('init', 'rowInit', row)}, ${16 * vector});`).join('\n    ')}
    let p = a, q = b, left = segments;
    do {
      const end = q + runB;
      do {
        ${vectors.map((vector) => `const b${vector} = v128.load(${ofPanel(vector)});`).join(' ')}
        ${range(rows)
          .map((row) => {
            const sums = vectors.map(
              (vector) => `sum${row}_${vector} = multiplyAdd(a${row}, b${vector}, sum${row}_${vector});`,
            );
            return `const a${row} = v128.load32_splat(${offset(row)}); ${sums.join(' ')}`;
          })
          .join('\n        ')}
        p += stepA; q += stepB;
      } while (q < end);
      p += backA; q += backB;
    } while (--left);
    const floor = f32x4.splat(low);
    ${cells.map(({ row, vector, name }) => `v128.store(${at('c', 'rowC', row)}, f32x4.max(${name}, floor), ${16 * vector});`).join('\n    ')}
    a += t.nextA; b += t.nextB; c += t.nextC; init += t.nextInit;
  } while (--tiles);
}`;
}

function choice(columns, mostRows) {
  const calls = range(mostRows).map((index) => {
    const rows = mostRows - index;
    const condition = rows > 4 ? `ASC_FEATURE_RELAXED_SIMD && rows == ${rows}` : `rows == ${rows}`;
    return `if (${condition}) tile${rows}x${columns}(t, tiles);`;
  });
  return calls.join('\n    else ');
}

/** The text of `assembly/tiles.ts`, which exists only while the build runs. */
export function tilesSource() {
  const mostRows = 6;
  const tiles = [16, 8, 4].flatMap((columns) => range(mostRows).map((row) => tile(row + 1, columns)));
  tiles.push(tile(1, 32));
  return `import { multiplyAdd } from './simd';
import { Tile } from './tile';
${tiles.join('\n')}

export function runTile(t: Tile, rows: i32, columns: i32, tiles: i32): void {
  if (columns == 32) {
    tile1x32(t, tiles);
  } else if (columns == 16) {
    ${choice(16, mostRows)}
  } else if (columns > 4) {
    ${choice(8, mostRows)}
  } else {
    ${choice(4, mostRows)}
  }
}
`;
}
