import { type NdArray, type Variable, shapeSize } from '@myelin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, interpret } from '../interpret.js';
import type { Leaf, Program, Value } from '../ir.js';
import { optimize } from '../optimize.js';
import { programOf } from '../testing/expect-pass.js';
import { randomInputs, randomPrograms } from '../testing/random-program.js';
import { mayOverwrite } from './overwrites.js';
import { type MemoryPlan, type Place, planMemory } from './plan-memory.js';

const offsetsOf = ({ places }: MemoryPlan): Record<number, number | string> =>
  Object.fromEntries(
    [...places].map(([id, place]) => [id, place.kind === 'memory' ? place.offset : place.kind]),
  );

describe('planMemory', () => {
  it('uses memory again once nothing needs what is in it', () => {
    const program = programOf(`
      %0 = input 0 : float32[4,4]
      %1 = BatchMatMul(a=%0, b=%0) {transposeA: false, transposeB: false} : float32[4,4]
      %2 = BatchMatMul(a=%1, b=%0) {transposeA: false, transposeB: false} : float32[4,4]
      %3 = BatchMatMul(a=%2, b=%0) {transposeA: false, transposeB: false} : float32[4,4]
      return %3`);
    const plan = planMemory(program);
    expect(offsetsOf(plan)).toEqual({ 0: 'leaf', 1: 0, 2: 64, 3: 0 });
    expect(plan.peak).toBe(128);
  });

  it('writes over an operand that a loop reads where it writes', () => {
    const plan = planMemory(
      programOf(`
      %0 = input 0 : float32[4,4]
      %1 = BatchMatMul(a=%0, b=%0) {transposeA: false, transposeB: false} : float32[4,4]
      %5 = Fused(0=%1, 1=%0) : float32[4,4]
        body(%2 : float32[4,4], %3 : float32[4,4])
          %4 = Add(a=%2, b=%3) : float32[4,4]
          return %4
      %9 = Fused(0=%5) : float32[4,4]
        body(%6 : float32[4,4])
          %7 = Transpose(x=%6) {perm: [1,0]} : float32[4,4]
          %8 = Exp(x=%7) : float32[4,4]
          return %8
      return %9`),
    );
    expect(offsetsOf(plan)).toEqual({ 0: 'leaf', 1: 0, 5: 0, 9: 64 });
  });

  it('gives aliases the place of what they stand for', () => {
    const plan = planMemory(
      programOf(`
      %0 = input 0 : float32[4]
      %1 = Reshape(x=%0) {shape: [2,2]} : float32[2,2]
      %2 = BatchMatMul(a=%1, b=%1) {transposeA: false, transposeB: false} : float32[2,2]
      %3 = Reshape(x=%2) {shape: [4]} : float32[4]
      %4 = BatchMatMul(a=%1, b=%1) {transposeA: true, transposeB: false} : float32[2,2]
      return %3, %4`),
      { alignment: 64 },
    );
    expect(offsetsOf(plan)).toEqual({ 0: 'leaf', 1: 'leaf', 2: 0, 3: 0, 4: 64 });
  });

  it('computes new values of variables in their places where the old are needed no more', () => {
    const program = programOf(`
      %0 = state a : float32[2,2]
      %1 = state b : float32[2,2]
      %2 = state c : float32[2,2]
      %6, %7 = Fused(0=%0, 1=%1) : float32[2,2], float32[2,2]
        body(%3 : float32[2,2], %4 : float32[2,2])
          %5 = Add(a=%3, b=%4) : float32[2,2]
          %8 = Neg(x=%5) : float32[2,2]
          return %5, %8
      %9 = BatchMatMul(a=%1, b=%2) {transposeA: false, transposeB: false} : float32[2,2]
      return %9
      update a = %6
      update b = %7
      update c = %9
      update d = %9`);
    const plan = planMemory(program);
    expect(offsetsOf(plan)).toEqual({ 0: 'leaf', 1: 'leaf', 2: 'leaf', 6: 'variable', 7: 0, 9: 'variable' });
    const [, , , d] = program.updates.map(({ variable }) => variable);
    expect(plan.places.get(6)).toMatchObject({ variable: program.updates[0]?.variable });
    // The product reads c while it is computed, so it goes to d, which nothing reads.
    expect(plan.places.get(9)).toMatchObject({ variable: d });
  });

  it('does not overwrite a variable whose old value another takes', () => {
    const plan = planMemory(
      programOf(`
      %0 = state a : float32[2]
      %3 = Fused(0=%0) : float32[2]
        body(%1 : float32[2])
          %2 = Neg(x=%1) : float32[2]
          return %2
      return %3
      update a = %3
      update b = %0`),
    );
    expect(offsetsOf(plan)).toEqual({ 0: 'leaf', 3: 0 });
  });

  it('loses nothing that is still needed', () => {
    fc.assert(
      fc.property(randomPrograms, fc.integer({ min: 1, max: 2 ** 31 - 2 }), (original, seed) => {
        const program = optimize(original);
        expectApart(program, planMemory(program));
        // As many bytes as elements: what overlaps at all is overwritten.
        const plan = planMemory(program, { sizeOf: ({ shape }) => shapeSize(shape), alignment: 1 });
        let last = seed;
        const { inputs, state } = randomInputs(
          original,
          () => (last = (last * 48271) % 2147483647) / 2147483647,
        );
        const { outputs, updates } = interpret(program, inputs, state);
        const found = runInMemory(program, plan, inputs, state);
        expect(found.outputs).toEqual(outputs.map(({ data }) => data));
        expect(found.updates).toEqual([...updates.values()].map(({ data }) => data));
      }),
      { numRuns: 200 },
    );
  });
});

const bytesOf = ({ shape, dtype }: Value): number => shapeSize(shape) * (dtype === 'bool' ? 1 : 4);

/** Operations write over what they read only where they may, and results of one operation lie apart. */
function expectApart({ leaves, operations }: Program, { places, peak }: MemoryPlan): void {
  const values = new Map(
    [...leaves.map(({ value }) => value), ...operations.flatMap(({ outputs }) => outputs)].map((v) => [
      v.id,
      v,
    ]),
  );
  const meet = (a: Value, b: Value): boolean => {
    const [x, y] = [places.get(a.id), places.get(b.id)] as [Place, Place];
    if (x.kind === 'memory' && y.kind === 'memory')
      return x.offset < y.offset + bytesOf(b) && y.offset < x.offset + bytesOf(a);
    return homeOf(x) !== undefined && homeOf(x) === homeOf(y);
  };
  for (const operation of operations) {
    if (operation.op === 'Reshape') continue;
    operation.outputs.forEach((result, i) => {
      for (const other of operation.outputs.slice(i + 1)) expect(meet(result, other)).toBe(false);
      Object.values(operation.inputs).forEach((id, operand) => {
        const value = values.get(id) as Value;
        if (!meet(result, value)) return;
        expect(mayOverwrite(operation, operand, result)).toBe(true);
        expect(startOf(places.get(id) as Place)).toBe(startOf(places.get(result.id) as Place));
      });
      const place = places.get(result.id) as Place;
      if (place.kind === 'memory') expect(place.offset + bytesOf(result)).toBeLessThanOrEqual(peak);
    });
  }
}

/** The variable in whose place a value lies. */
function homeOf(place: Place): Variable | undefined {
  if (place.kind === 'variable') return place.variable;
  return place.kind === 'leaf' && place.leaf.kind === 'state' ? place.leaf.variable : undefined;
}

const startOf = (place: Place): number => (place.kind === 'memory' ? place.offset : 0);

/** Runs a program with its values in the places of the plan, in which every element takes one byte. */
function runInMemory(
  { leaves, operations, outputs, updates }: Program,
  { places, peak }: MemoryPlan,
  inputs: readonly NdArray[],
  state: ReadonlyMap<Variable, NdArray>,
): { outputs: Float64Array[]; updates: Float64Array[] } {
  const memory = new Float64Array(peak);
  const variables = new Map(
    [...state].map(([variable, { data }]) => [variable, Float64Array.from(data as Float64Array)]),
  );
  const fixed = new Map<number, Float64Array>();
  const dataOf = (leaf: Leaf): Float64Array => {
    if (leaf.kind === 'state') return variables.get(leaf.variable) as Float64Array;
    const data = leaf.kind === 'const' ? leaf.data : (inputs[leaf.index] as NdArray).data;
    const kept = fixed.get(leaf.value.id) ?? Float64Array.from(data as Float64Array);
    fixed.set(leaf.value.id, kept);
    return kept;
  };
  const values = new Map(
    [...leaves.map(({ value }) => value), ...operations.flatMap((o) => o.outputs)].map((v) => [v.id, v]),
  );
  const read = (id: number): Float64Array => {
    const place = places.get(id) as Place;
    const size = shapeSize(values.get(id)?.shape ?? []);
    if (place.kind === 'memory') return memory.subarray(place.offset, place.offset + size);
    return place.kind === 'leaf' ? dataOf(place.leaf) : (variables.get(place.variable) as Float64Array);
  };
  for (const operation of operations) {
    const operands = Object.values(operation.inputs).map((id) => ({
      shape: values.get(id)?.shape ?? [],
      data: read(id),
    }));
    const results = evaluate(operation, operands).map(({ data }) => data.slice());
    operation.outputs.forEach(({ id }, i) => {
      read(id).set(results[i] ?? []);
    });
  }
  const copies = updates.map(({ value }) => read(value).slice());
  return { outputs: outputs.map((id) => read(id).slice()), updates: copies };
}
