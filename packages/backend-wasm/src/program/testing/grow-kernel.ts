import { NdArray, type Signature, type Step, Variable, currentScope } from '@myelin/core';
import { add, matmul, mean } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { CompiledProgram } from '../compiled-program.js';
import { Engine } from '../engine.js';
import { HeldData } from '../held-data.js';

const size = 64;
/** Of a batch. */
export const rows = 128;
/** Of the data. */
export const batches = 4;
export const signature: Signature = { inputs: [{ shape: [rows, size], dtype: 'float32' }] };
const data = new NdArray(
  Float32Array.from({ length: batches * rows * size }, (_, i) => Math.sin(i)),
  [batches * rows, size],
);

/** A row that is in no memory: its address is beyond 2 GB. */
const nowhere = 2 ** 31 / (4 * size);

/** The rows of the data, one after the other. */
export function inOrder(): Uint32Array {
  return Uint32Array.from({ length: batches * rows }, (_, i) => i);
}

/** An order of which the third batch has a row that does not exist: whoever gathers that one fails. */
export function failingAt(place: number): Uint32Array {
  const order = inOrder();
  order[2 * rows + place] = nowhere;
  return order;
}

/** A step that is ready to run, with what it changes and its data. */
export interface Grower {
  readonly engine: Engine;
  readonly step: Step;
  readonly program: CompiledProgram;
  readonly kernel: Variable;
  readonly held: HeldData;
  readonly weights: () => Promise<NdArray['data']>;
}

/** A step on so many threads whose kernel grows with the mean of what it makes of a batch. */
export async function growKernel(threads: number): Promise<Grower> {
  const engine = await Engine.create({ numerics: 'portable', threads });
  const kernel = new Variable(NdArray.zeros([size, size]), { name: 'kernel' });
  const step: Step = {
    name: 'train',
    run([x]) {
      const scope = currentScope();
      const value = scope?.read(kernel) as Tensor;
      const rate = mean(matmul(x as Tensor, add(value, 1)));
      scope?.update(kernel, add(value, rate));
      return [rate];
    },
  };
  const program = await engine.compile(step, signature);
  const held = new HeldData(engine.arena, [data]);
  const weights = async (): Promise<NdArray['data']> => (await kernel.read()).data;
  return { engine, step, program, kernel, held, weights };
}
