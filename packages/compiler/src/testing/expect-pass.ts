import { expect } from 'vitest';
import type { Program } from '../ir.js';
import { parseProgram } from '../parse.js';
import { numberValues } from '../passes/number-values.js';
import type { Pass } from '../passes/pass.js';
import { printProgram } from '../print.js';
import { type Rules, rewrite } from '../rewriting/rewrite.js';
import { validateProgram } from '../validate.js';

/** Reads the text of a program without its first line; the indentation of the first line is left out of all. */
export function programOf(text: string): Program {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  const program = parseProgram(['program test', ...lines.map((line) => line.slice(indent))].join('\n'));
  validateProgram(program);
  return program;
}

const run = (pass: Pass | Rules, program: Program): Program =>
  typeof pass === 'function' ? pass(program) : rewrite(program, pass);

/** Expects a pass, or rules, to make one program of another. They may number their values differently. */
export function expectPass(pass: Pass | Rules, before: string, after: string): void {
  const result = run(pass, programOf(before));
  validateProgram(result);
  expect(printProgram(numberValues(result))).toBe(printProgram(numberValues(programOf(after))));
}

/** Expects a pass, or rules, to leave a program as it is. */
export function expectUnchanged(pass: Pass | Rules, text: string): void {
  const program = programOf(text);
  expect(run(pass, program)).toBe(program);
}
