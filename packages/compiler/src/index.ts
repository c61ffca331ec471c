export { type Interpretation, interpret } from './interpret.js';
export type { Body, Leaf, Operation, Program, Value } from './ir.js';
export { printProgram } from './print.js';
export { trace } from './trace.js';
export { validateProgram } from './validate.js';
