import { FormatError, NdArray, Variable } from '@myelin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body, ConstData, Leaf, Operation, Program, Value } from './ir.js';
import { parseProgram } from './parse.js';
import { printProgram } from './print.js';

const text = `program train
%0 = input 0 : float32[2,3]
%1 = state dense/kernel : float32[3]
%2 = state dense/kernel #2 : float32[3]
%3 = const [0.5,-0,NaN,-Infinity] : float32[4]
%4 = const all 1 : int32[70]
%5 = const [] : bool[0]
%6 = Add(a=%0, b=%1) : float32[2,3]
%7, %8 = TopK(x=%6) {k: 1, sorted: true} : float32[2,1], int32[2,1]
%9 = Fused(0=%6, 1=%2) : float32[2,3]
  body(%10 : float32[2,3], %11 : float32[3])
    %12 = Multiply(a=%10, b=%11) : float32[2,3]
    %13 = ClipByValue(x=%12) {clipValueMin: -Infinity, clipValueMax: 6, note: "a \\"b\\""} : float32[2,3]
    return %13
return %7, %9
update dense/kernel = %1
update "a path" = %8`;

describe('parseProgram', () => {
  it('reads what printProgram writes', () => {
    const program = parseProgram(text);
    expect(printProgram(program)).toBe(text);
    const [kernel, second] = program.leaves.flatMap((leaf) => (leaf.kind === 'state' ? [leaf.variable] : []));
    expect(kernel).not.toBe(second);
    expect(program.updates[0]?.variable).toBe(kernel);
    expect(program.updates[1]?.variable).toMatchObject({ path: 'a path', shape: [2, 1], dtype: 'int32' });
  });

  it('takes variables that are given', () => {
    const given = [1, 2].map(
      (n) => new Variable(NdArray.from([n, n, n]), { name: 'k', path: 'dense/kernel' }),
    );
    const { leaves } = parseProgram(text, given);
    expect(leaves.flatMap((leaf) => (leaf.kind === 'state' ? [leaf.variable] : []))).toEqual(given);
  });

  it.each([
    ['program', /line 1: expected a name, got the end of the line/],
    ['program p\n%0 = input x : float32[]\nreturn', /line 2: expected a whole number, got "x : float32\[\]"/],
    ['program p\n%0 = const [1] : float64[1]\nreturn', /line 2: expected a type.*got "float64\[1\]"/],
    ['program p\n%0 = Add(a=%1 : float32[]\nreturn', /line 2: expected "\)"/],
    ['program p\n%0 = Add() {k: 1..2} : float32[]\nreturn', /line 2: expected a number before this/],
    ['program p\nreturn %0 %1', /line 2: expected the end of the line, got "%1"/],
    ['program p\nreturn\nupdate x = %9', /line 3: expected a definition of %9 before this/],
  ])('says where it cannot read on: %j', (wrong, message) => {
    expect(() => parseProgram(wrong)).toThrow(FormatError);
    expect(() => parseProgram(wrong)).toThrow(message);
  });

  it('reads back any program', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const printed = printProgram(program);
        const read = parseProgram(printed, variablesOf(program));
        expect(read).toEqual(program);
        expect(printProgram(read)).toBe(printed);
      }),
    );
  });
});

function variablesOf({ leaves, updates }: Program): Set<Variable> {
  const read = leaves.flatMap((leaf) => (leaf.kind === 'state' ? [leaf.variable] : []));
  return new Set([...read, ...updates.map(({ variable }) => variable)]);
}

const names = fc.oneof(fc.constantFrom('a', 'dense/kernel', 'x=%1', '#2'), fc.string({ minLength: 1 }));
const ids = fc.nat(99);
const shapes = fc.array(fc.nat(12), { maxLength: 3 });
const values: fc.Arbitrary<Value> = fc.record({
  id: ids,
  shape: shapes,
  dtype: fc.constantFrom('float32', 'int32', 'bool'),
});
const attributes = fc.dictionary(
  fc.oneof(fc.constantFrom('axis', 'keepDims'), fc.string()).filter((key) => key !== '__proto__'),
  fc.jsonValue({ noUnicodeString: false }).map(withSpecials),
);

/** JSON knows no numbers such as NaN: some whole numbers become those. */
function withSpecials(value: unknown): unknown {
  if (typeof value === 'number') return [NaN, Infinity, -Infinity, -0][Math.abs(value) % 9] ?? value;
  if (Array.isArray(value)) return value.map(withSpecials);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, of]) => (key === '__proto__' ? [] : [[key, withSpecials(of)]])),
  );
}

function constOf(value: Value): fc.Arbitrary<Leaf> {
  const length = value.shape.reduce((product, size) => product * size, 1);
  const size = { minLength: length, maxLength: length };
  const data: fc.Arbitrary<ConstData> =
    value.dtype === 'float32'
      ? fc.oneof(
          fc.float32Array(size),
          fc.float().map((x) => new Float32Array(length).fill(x)),
        )
      : value.dtype === 'int32'
        ? fc.int32Array(size)
        : fc.uint8Array({ ...size, max: 1 });
  return data.map((elements) => ({ kind: 'const', value, data: elements }));
}

const variables = fc.array(names, { minLength: 1, maxLength: 4 }).map((paths) =>
  // Two of each path, so that they have to be told apart.
  [...paths, ...paths].map((path) => new Variable(NdArray.zeros([2]), { name: 'v', path })),
);

const { operation } = fc.letrec<{ operation: Operation; body: Body }>((tie) => {
  const shared = {
    op: fc.constantFrom('Add', 'Fused', '_FusedMatMul'),
    inputs: fc.dictionary(fc.constantFrom('0', '1', 'a', 'bias'), ids),
    attrs: attributes,
    outputs: fc.array(values, { minLength: 1, maxLength: 3 }),
  };
  return {
    operation: fc.oneof(
      { depthSize: 'small' },
      fc.record(shared),
      fc.record(
        { ...shared, body: tie('body'), test: tie('body'), otherwise: tie('body') },
        { requiredKeys: ['op', 'inputs', 'attrs', 'outputs'] },
      ),
    ),
    body: fc.record({
      parameters: fc.array(values, { maxLength: 2 }),
      operations: fc.array(tie('operation'), { maxLength: 2 }),
      results: fc.array(ids, { maxLength: 2 }),
    }),
  };
});

const anyProgram: fc.Arbitrary<Program> = variables.chain((pool) => {
  const variable = fc.constantFrom(...pool);
  const leaf: fc.Arbitrary<Leaf> = fc.oneof(
    fc.record({ kind: fc.constant('input' as const), value: values, index: fc.nat(9) }),
    fc.record({ kind: fc.constant('state' as const), value: values, variable }),
    values.chain(constOf),
  );
  return fc
    .record({
      name: names,
      leaves: fc.array(leaf, { maxLength: 4 }),
      operations: fc.array(operation, { maxLength: 3 }),
    })
    .chain(({ name, leaves, operations }) => {
      const defined = [...leaves.map(({ value }) => value), ...operations.flatMap(({ outputs }) => outputs)];
      const id = defined.length === 0 ? ids : fc.constantFrom(...defined.map((value) => value.id));
      const update = fc.record({ variable, value: id });
      return fc.record({
        name: fc.constant(name),
        leaves: fc.constant(leaves),
        operations: fc.constant(operations),
        outputs: fc.array(ids, { maxLength: 2 }),
        updates: fc.array(update, { maxLength: defined.length === 0 ? 0 : 2 }),
      });
    });
});
