export { type FusedKind, fusedKind } from './fused-kind.js';
export { type Interpretation, interpret } from './interpret.js';
export type { Body, ConstData, Leaf, Operation, Program, Value } from './ir.js';
export { parseProgram } from './parse.js';
export { printProgram } from './print.js';
export { trace } from './trace.js';
export { validateProgram } from './validate.js';
export { type OptimizeOptions, optimize, standardPasses } from './optimize.js';
export type { Pass } from './passes/pass.js';
