import { ArgumentError, type NdArray, type Outputs, type Program } from '@myelin/core';
import type { Engine, RunStep } from './engine.js';
import type { LoweredProgram } from './lower-program.js';
import { readElements, writeElements } from './memory/elements.js';

/** A step that runs as one WebAssembly module. */
export class CompiledProgram implements Program {
  readonly #name: string;
  readonly #lowered: LoweredProgram;
  readonly #engine: Engine;
  readonly #step: RunStep;

  constructor(name: string, lowered: LoweredProgram, engine: Engine, exports: { readonly step: RunStep }) {
    this.#name = name;
    this.#lowered = lowered;
    this.#engine = engine;
    this.#step = exports.step;
  }

  run(inputs: readonly NdArray[]): Outputs {
    const { arena } = this.#engine;
    this.#gatherState();
    this.#lowered.inputs.forEach(({ address }, i) => {
      writeElements(arena, address, inputs[i] as NdArray);
    });
    this.#step(0, 1);
    this.#checkFault();
    const outputs = this.#lowered.outputs.map(({ address, value }) =>
      readElements(arena, address, value.shape, value.dtype),
    );
    return { read: () => Promise.resolve(outputs), dispose: () => undefined };
  }

  dispose(): void {
    for (const address of this.#lowered.addresses) this.#engine.arena.free(address);
  }

  /** Makes every variable lie where the program reads it: another runtime may have moved it. */
  #gatherState(): void {
    for (const variable of this.#lowered.variables) variable.moveTo(this.#engine.residenceOf(variable));
  }

  #checkFault(): void {
    const { fault, checks } = this.#lowered;
    const [failed = -1] = this.#engine.arena.integers(fault, 1);
    if (failed < 0) return;
    throw new ArgumentError({
      who: `the ${this.#name} step`,
      expected: checks[failed] ?? 'sound data',
      got: 'others',
      hint: 'Nothing was changed by this step.',
    });
  }
}
