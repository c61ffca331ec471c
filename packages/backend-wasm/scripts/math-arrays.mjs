/**
 * AssemblyScript source of the functions of assembly/math/ over arrays, `y[i] = f(x[i])`, for kernels that run one by
 * one. Written by a program because AssemblyScript cannot pass a function to a loop without calling it for each vector.
 */
const unary = {
  exponential: ['exp', 'expm1', 'sigmoid', 'tanh'],
  'error-function': ['erf'],
  logarithm: ['log', 'log1p', 'softplus'],
  roots: ['rsqrt'],
};

/** Two vectors at a time, which keeps the units of the processor busy. */
const unaryLoop = (name) => `
export function ${name}Array(x: usize, count: i32, y: usize): void {
  const end = x + bytes(count & ~7);
  for (; x < end; x += 32, y += 32) {
    const first = v128.load(x), second = v128.load(x, 16);
    v128.store(y, ${name}Lanes(first)); v128.store(y, ${name}Lanes(second), 16);
  }
  for (let left = count & 7; left > 0; left -= 4, x += 16, y += 16) storeLanes(y, ${name}Lanes(loadLanes(x, left)), left);
}`;

/** The text of `assembly/math-arrays.ts`, which exists only while the build runs. */
export function mathArraysSource() {
  const files = Object.entries(unary);
  return `import { loadLanes, storeLanes } from './partial';
import { bytes } from './simd';
${files.map(([file, names]) => `import { ${names.map((name) => `${name}Lanes`).join(', ')} } from './math/${file}';`).join('\n')}
${files.flatMap(([, names]) => names.map(unaryLoop)).join('\n')}
`;
}
