import type { Program } from '../ir.js';

/** A pure function from a program to one that computes the same. Where it changes nothing it returns its argument. */
export type Pass = (program: Program) => Program;
