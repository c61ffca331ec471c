import type { Body, Leaf, Program } from './ir.js';

/** A body as a program: its parameters are inputs, its results outputs. */
export function bodyProgram({ parameters, operations, results }: Body): Program {
  const leaves = parameters.map((value, index): Leaf => ({ kind: 'input', value, index }));
  return { name: 'body', leaves, operations, outputs: results, updates: [] };
}
