/**
 * AssemblyScript source of the functions of assembly/math/ over arrays, `y[i] = f(x[i])`, for kernels that run one by
 * one. Written by a program because AssemblyScript cannot pass a function to a loop without calling it for each vector.
 */
const unary = {
  exponential: ['exp', 'expm1', 'sigmoid', 'tanh'],
  'error-function': ['erf'],
  hyperbolic: ['acosh', 'asinh', 'atanh', 'cosh', 'sinh'],
  'inverse-trigonometry': ['acos', 'asin', 'atan'],
  logarithm: ['log', 'log1p', 'softplus'],
  roots: ['rsqrt'],
  trigonometry: ['sin', 'cos', 'tan'],
};
const binary = {
  division: ['floorDivide', 'floorDivideInt', 'mod', 'modInt'],
  'inverse-trigonometry': ['atan2'],
  power: ['pow'],
};

const unaryLoop = (name) => `
export function ${name}Array(x: usize, count: i32, y: usize): void {
  for (let left = count; left > 0; left -= 4, x += 16, y += 16) {
    storeLanes(y, ${name}Lanes(loadLanes(x, left)), left);
  }
}`;

/** An operand whose step is 0 is one value; other steps are 4. */
const binaryLoop = (name) => `
export function ${name}Array(a: usize, stepA: usize, b: usize, stepB: usize, count: i32, y: usize): void {
  const oneA = v128.load32_splat(a), oneB = v128.load32_splat(b);
  for (let left = count; left > 0; left -= 4, y += 16, a += 4 * stepA, b += 4 * stepB) {
    const first = stepA ? loadLanes(a, left) : oneA;
    storeLanes(y, ${name}Lanes(first, stepB ? loadLanes(b, left) : oneB), left);
  }
}`;

const lanes = (names) => names.map((name) => `${name}Lanes`).join(', ');

/** The text of `assembly/math-arrays.ts`, which exists only while the build runs. */
export function mathArraysSource() {
  const files = [...Object.entries(unary), ...Object.entries(binary)];
  return `import { loadLanes, storeLanes } from './partial';
import { bytes } from './simd';
${files.map(([file, names]) => `import { ${lanes(names)} } from './math/${file}';`).join('\n')}
${Object.values(unary).flat().map(unaryLoop).join('\n')}
${Object.values(binary).flat().map(binaryLoop).join('\n')}
`;
}
