import * as compiler from '@myelin/compiler';
import { NdArray, type TensorDType, type Variable, shapeSize } from '@myelin/core';
import { describe, expect, it, vi } from 'vitest';
import { Engine } from '../engine.js';

/** What the engine is to compile instead of what it traces. */
const text = vi.hoisted((): { program: unknown } => ({ program: undefined }));
vi.mock('@myelin/compiler', async (original) => ({
  ...(await original<typeof compiler>()),
  traceStep: () => text.program,
}));

const wide = 'float32[64,80]';
const shape = [64, 80];

const noise = (seed: number, of = shape): NdArray =>
  new NdArray(
    Float32Array.from({ length: shapeSize(of) }, (_, i) => 1.5 + Math.sin(seed + i * i)),
    of,
  );
const scalar = (value: number, dtype: TensorDType = 'float32'): NdArray =>
  NdArray.from([value]).cast(dtype).reshape([]);

function expectClose(actual: NdArray, expected: NdArray, what: string): void {
  expect(actual.shape).toEqual(expected.shape);
  expected.data.forEach((value, i) => {
    const error = Math.abs(Number(actual.data[i]) - Number(value));
    if (!(error <= 1e-6 + 2e-5 * Math.abs(Number(value))))
      expect.fail(`${what}, element ${i}: expected ${value}, got ${actual.data[i]}`);
  });
}

/** Reads the text of a program, whose first line shows how far all are indented. */
function read(lines: string): compiler.Program {
  const [first = '', ...rest] = lines.replace(/^\n/, '').trimEnd().split('\n');
  const indent = first.length - first.trimStart().length;
  const program = compiler.parseProgram(
    ['program test', first, ...rest].map((line, i) => (i === 0 ? line : line.slice(indent))).join('\n'),
  );
  compiler.optimize(program, undefined, { validate: true });
  return program;
}

async function compile(program: compiler.Program, threads: number) {
  const engine = await Engine.create({ numerics: 'portable', threads });
  text.program = program;
  return { engine, compiled: await engine.compile({ name: 'test', run: () => [] }, { inputs: [] }) };
}

/** Runs a program several times on so many threads: what each run returned, and what variables hold in the end. */
async function compute(
  program: compiler.Program,
  inputs: readonly NdArray[],
  threads: number,
  runs: number,
): Promise<NdArray[][]> {
  const { compiled } = await compile(program, threads);
  expect(compiled.report.threads).toBe(threads);
  const results: NdArray[][] = [];
  for (let run = 0; run < runs; run++) {
    const outputs = await compiled.run(inputs);
    results.push([...(await outputs.read())]);
    results.push(await Promise.all(program.updates.map(({ variable }) => variable.read())));
  }
  compiled.dispose();
  return results;
}

/** The same by the interpreter, in float64. */
function interpret(program: compiler.Program, inputs: readonly NdArray[], runs: number): NdArray[][] {
  const leaves = program.leaves.flatMap((leaf) => (leaf.kind === 'state' ? [leaf.variable] : []));
  const state = new Map<Variable, NdArray>(
    leaves.map((variable) => [variable, NdArray.zeros(variable.shape)]),
  );
  const results: NdArray[][] = [];
  for (let run = 0; run < runs; run++) {
    const { outputs, updates } = compiler.interpret(program, inputs, state);
    for (const [variable, value] of updates) state.set(variable, value);
    results.push([...outputs], [...updates.values()]);
  }
  return results;
}

/** Expects what the interpreter computes on one thread, and the same bits on two; returns them. */
async function expectComputed(lines: string, inputs: readonly NdArray[], runs = 4): Promise<NdArray[][]> {
  const [alone, together] = [
    await compute(read(lines), inputs, 1, runs),
    await compute(read(lines), inputs, 2, runs),
  ];
  interpret(read(lines), inputs, runs).forEach((results, run) => {
    results.forEach((expected, i) => {
      expectClose(alone[run]?.[i] as NdArray, expected, `result ${i}`);
    });
  });
  expect(together).toEqual(alone);
  return alone;
}

describe('Cond', () => {
  const program = `
    %0 = input 0 : float32[]
    %1 = input 1 : ${wide}
    %2 = const [0] : float32[]
    %3 = const [3] : float32[]
    %4 = Greater(a=%0, b=%2) : bool[]
    %5, %6, %7 = Cond(0=%4, 1=%1, 2=%3) : float32[64,64], ${wide}, float32[]
      body(%8 : ${wide}, %9 : float32[])
        %10 = BatchMatMul(a=%8, b=%8) {transposeA: false, transposeB: true} : float32[64,64]
        %11 = Multiply(a=%8, b=%9) : ${wide}
        %12 = Exp(x=%9) : float32[]
        return %10, %11, %12
      otherwise(%13 : ${wide}, %14 : float32[])
        %15 = Fill() {shape: [64, 64], value: 2, dtype: "float32"} : float32[64,64]
        return %15, %13, %14
    %16 = Sum(x=%6) {axis: [1], keepDims: false} : float32[64]
    return %5, %6, %16, %7`;

  it.each([1, 0])('runs one of its bodies: condition %i', async (condition) => {
    await expectComputed(program, [scalar(condition), noise(1)]);
  });

  it('exchanges what it is given, and what it returns becomes state', async () => {
    const exchange = `
      %0 = input 0 : float32[]
      %1 = state "a" : ${wide}
      %2 = state "b" : ${wide}
      %3 = input 1 : ${wide}
      %4 = const [0] : float32[]
      %5 = Add(a=%1, b=%3) : ${wide}
      %6 = Greater(a=%0, b=%4) : bool[]
      %7, %8 = Cond(0=%6, 1=%5, 2=%2) : ${wide}, ${wide}
        body(%9 : ${wide}, %10 : ${wide})
          return %10, %9
        otherwise(%11 : ${wide}, %12 : ${wide})
          return %11, %12
      return %7
      update "a" = %7
      update "b" = %8`;
    await expectComputed(exchange, [scalar(1), noise(2)]);
    await expectComputed(exchange, [scalar(0), noise(2)]);
  });

  it('chooses anew in every step of a Scan', async () => {
    await expectComputed(
      `
      %0 = input 0 : ${wide}
      %1 = input 1 : float32[6,64,80]
      %2, %3 = Scan(0=%0, 1=%1) {carries: 1, steps: 1, length: 6, reverse: false} : ${wide}, float32[6]
        body(%4 : ${wide}, %5 : ${wide})
          %6 = Mean(x=%5) {axis: [0, 1], keepDims: false} : float32[]
          %7 = Fill() {shape: [], value: 1.5, dtype: "float32"} : float32[]
          %8 = Greater(a=%6, b=%7) : bool[]
          %9 = Cond(0=%8, 1=%4, 2=%5) : ${wide}
            body(%10 : ${wide}, %11 : ${wide})
              %12 = Add(a=%10, b=%11) : ${wide}
              return %12
            otherwise(%13 : ${wide}, %14 : ${wide})
              %15 = Mean(x=%13) {axis: [0], keepDims: false} : float32[80]
              %16 = Sub(a=%14, b=%15) : ${wide}
              return %16
          return %9, %6
      return %2, %3`,
      [noise(1), noise(2, [6, ...shape])],
    );
  });
});

describe('While', () => {
  /** Newton's method for square roots, until the largest change of an element is small; then state grows by them. */
  const newton = `
    %0 = input 0 : ${wide}
    %1 = input 1 : float32[]
    %2 = state "sum" : ${wide}
    %3 = const [0] : int32[]
    %4, %5, %6 = While(0=%0, 1=%1, 2=%3, 3=%0) {carries: 3} : ${wide}, float32[], int32[]
      test(%7 : ${wide}, %8 : float32[], %9 : int32[], %10 : ${wide})
        %11 = Fill() {shape: [], value: 0.001, dtype: "float32"} : float32[]
        %12 = Greater(a=%8, b=%11) : bool[]
        return %12
      body(%13 : ${wide}, %14 : float32[], %15 : int32[], %16 : ${wide})
        %17 = RealDiv(a=%16, b=%13) : ${wide}
        %18 = Add(a=%13, b=%17) : ${wide}
        %19 = Fill() {shape: [], value: 0.5, dtype: "float32"} : float32[]
        %20 = Multiply(a=%18, b=%19) : ${wide}
        %21 = Sub(a=%20, b=%13) : ${wide}
        %22 = Abs(x=%21) : ${wide}
        %23 = Max(x=%22) {reductionIndices: [0, 1], keepDims: false} : float32[]
        %24 = Fill() {shape: [], value: 1, dtype: "int32"} : int32[]
        %25 = Add(a=%15, b=%24) : int32[]
        return %20, %23, %25
    %26 = Add(a=%2, b=%4) : ${wide}
    return %4, %6
    update "sum" = %26`;

  it('goes on until its test fails, which depends on what it computed', async () => {
    const [[roots, turns] = []] = await expectComputed(newton, [noise(3), scalar(1)]);
    expect(turns?.item()).toBeGreaterThan(3);
    const expected = new NdArray(Float32Array.from(noise(3).data as Float32Array, Math.sqrt), shape);
    expectClose(roots as NdArray, expected, 'roots');
  });

  it('returns what it was given where its test fails at once', async () => {
    const [[same, turns] = []] = await expectComputed(newton, [noise(3), scalar(0)]);
    expect(turns?.item()).toBe(0);
    expect(same?.data).toEqual(noise(3).data);
  });

  it('hands on values that change places, within another loop, and changes the state that it is given', async () => {
    await expectComputed(
      `
      %0 = state "a" : ${wide}
      %1 = input 0 : ${wide}
      %2 = input 1 : int32[]
      %3 = const [0] : int32[]
      %4 = const [1] : int32[]
      %5, %6, %7 = While(0=%0, 1=%1, 2=%2, 3=%3, 4=%4) {carries: 3} : ${wide}, ${wide}, int32[]
        test(%8 : ${wide}, %9 : ${wide}, %10 : int32[], %11 : int32[], %12 : int32[])
          %13 = Greater(a=%10, b=%11) : bool[]
          return %13
        body(%14 : ${wide}, %15 : ${wide}, %16 : int32[], %17 : int32[], %18 : int32[])
          %19 = Sub(a=%16, b=%18) : int32[]
          %20, %21 = While(0=%14, 1=%16, 2=%17, 3=%18) {carries: 2} : ${wide}, int32[]
            test(%22 : ${wide}, %23 : int32[], %24 : int32[], %25 : int32[])
              %26 = Greater(a=%23, b=%24) : bool[]
              return %26
            body(%27 : ${wide}, %28 : int32[], %29 : int32[], %30 : int32[])
              %31 = Sub(a=%28, b=%30) : int32[]
              %32 = Cos(x=%27) : ${wide}
              return %32, %31
          return %15, %20, %19
      return %6
      update "a" = %5`,
      [noise(4), scalar(5, 'int32')],
    );
  });

  it('keeps threads together through hundreds of turns in which nothing is shared', async () => {
    // The numbers of Collatz, from 27: 111 turns, and a branch in each.
    await expectComputed(
      `
      %0 = input 0 : int32[]
      %1 = input 1 : ${wide}
      %2 = const [0] : int32[]
      %3 = const [1] : int32[]
      %4 = const [2] : int32[]
      %5 = const [3] : int32[]
      %6 = Exp(x=%1) : ${wide}
      %7, %8 = While(0=%0, 1=%2, 2=%3, 3=%4, 4=%5) {carries: 2} : int32[], int32[]
        test(%9 : int32[], %10 : int32[], %11 : int32[], %12 : int32[], %13 : int32[])
          %14 = Greater(a=%9, b=%11) : bool[]
          return %14
        body(%15 : int32[], %16 : int32[], %17 : int32[], %18 : int32[], %19 : int32[])
          %20 = Mod(a=%15, b=%18) : int32[]
          %21 = Cast(x=%20) {dtype: "bool"} : bool[]
          %22 = Cond(0=%21, 1=%15, 2=%17, 3=%18, 4=%19) : int32[]
            body(%23 : int32[], %24 : int32[], %25 : int32[], %26 : int32[])
              %27 = Multiply(a=%23, b=%26) : int32[]
              %28 = Add(a=%27, b=%24) : int32[]
              return %28
            otherwise(%29 : int32[], %30 : int32[], %31 : int32[], %32 : int32[])
              %33 = FloorDiv(a=%29, b=%31) : int32[]
              return %33
          %34 = Add(a=%16, b=%17) : int32[]
          return %22, %34
      return %8, %6`,
      [scalar(27, 'int32'), noise(5)],
      40,
    );
  });

  it('ends with an error where what it computes with is wrong, on all threads, and may run again', async () => {
    const program = read(`
      %0 = input 0 : int32[]
      %1 = input 1 : ${wide}
      %2 = const [0] : float32[]
      %3, %4 = While(0=%0, 1=%2, 2=%1) {carries: 2} : int32[], float32[]
        test(%5 : int32[], %6 : float32[], %7 : ${wide})
          %8 = Fill() {shape: [], value: 9, dtype: "int32"} : int32[]
          %9 = NotEqual(a=%5, b=%8) : bool[]
          return %9
        body(%10 : int32[], %11 : float32[], %12 : ${wide})
          %13 = Reshape(x=%10) {shape: [1]} : int32[1]
          %14 = GatherV2(x=%12, indices=%13) {axis: 0, batchDims: 0} : float32[1,80]
          %15 = Sum(x=%14) {axis: [0, 1], keepDims: false} : float32[]
          %16 = Add(a=%11, b=%15) : float32[]
          %17 = Fill() {shape: [], value: 1, dtype: "int32"} : int32[]
          %18 = Add(a=%10, b=%17) : int32[]
          return %18, %16
      %19 = Exp(x=%1) : ${wide}
      return %4, %19`);
    const { engine, compiled } = await compile(program, 2);
    const rows = noise(6);
    const [expected] = compiler.interpret(program, [scalar(5, 'int32'), rows], new Map()).outputs;
    for (let run = 0; run < 20; run++) {
      expect(() => compiled.run([scalar(10, 'int32'), rows])).toThrow('expected indices from 0 to 63');
      const [sum] = await (await compiled.run([scalar(5, 'int32'), rows])).read();
      expectClose(sum as NdArray, expected as NdArray, 'the sum');
    }
    expect(engine.threadCount.threads).toBe(2);
  });
});
