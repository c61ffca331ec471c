import { type ValueType, text, unsigned, valueTypes, vector } from './bytes.js';
import { FunctionBuilder } from './function-builder.js';

export interface FunctionType {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
}

const section = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
const kind = { function: 0, memory: 2 } as const;
const limits = { minimum: 0, sharedWithMaximum: 3 } as const;
const largestMemoryPages = 65536;

/** Writes a WebAssembly module that lives in a memory of others and calls functions of others. */
export class ModuleBuilder {
  readonly #shared: boolean;
  readonly #types: string[] = [];
  readonly #encodedTypes: number[][] = [];
  readonly #imports: { readonly name: string; readonly type: number }[] = [];
  /** How often each function of others was asked for, which is from how many places it is called. */
  readonly calls: Map<string, number> = new Map();
  readonly #functions: { readonly type: number; readonly builder: FunctionBuilder }[] = [];
  readonly #exports: { readonly name: string; readonly position: number }[] = [];
  #sealed = false;

  /** @param shared - whether the memory is one of several threads. */
  constructor(shared: boolean) {
    this.#shared = shared;
  }

  /** The number of a function of others, to be given as `env.<name>`. */
  import(name: string, type: FunctionType): number {
    this.calls.set(name, (this.calls.get(name) ?? 0) + 1);
    const known = this.#imports.findIndex((entry) => entry.name === name);
    if (known >= 0) return known;
    if (this.#sealed) throw new Error(`The import ${name} would change the numbers of functions.`);
    this.#imports.push({ name, type: this.#typeOf(type) });
    return this.#imports.length - 1;
  }

  /** A function of this module; returns its position among them. */
  add(type: FunctionType, write: (builder: FunctionBuilder) => void, exportName?: string): number {
    const builder = new FunctionBuilder(type.parameters.length);
    write(builder);
    this.#functions.push({ type: this.#typeOf(type), builder });
    const position = this.#functions.length - 1;
    if (exportName !== undefined) this.#exports.push({ name: exportName, position });
    return position;
  }

  /** The number by which to call a function of this module; no import may follow. */
  numberOf(position: number): number {
    this.#sealed = true;
    return this.#imports.length + position;
  }

  encode(): Uint8Array<ArrayBuffer> {
    const exports = this.#exports.map(({ name, position }) => [
      ...text(name),
      kind.function,
      ...unsigned(this.numberOf(position)),
    ]);
    const memory = this.#shared
      ? [limits.sharedWithMaximum, ...unsigned(1), ...unsigned(largestMemoryPages)]
      : [limits.minimum, ...unsigned(1)];
    const imports = [
      [...text('env'), ...text('memory'), kind.memory, ...memory],
      ...this.#imports.map(({ name, type }) => [
        ...text('env'),
        ...text(name),
        kind.function,
        ...unsigned(type),
      ]),
    ];
    const sections: [number, readonly (readonly number[])[]][] = [
      [section.type, this.#encodedTypes],
      [section.import, imports],
      [section.function, this.#functions.map(({ type }) => unsigned(type))],
      [section.export, exports],
      [section.code, this.#functions.map(({ builder }) => builder.encode())],
    ];
    const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    return Uint8Array.from([
      ...header,
      ...sections.flatMap(([id, entries]) => {
        const content = vector(entries);
        return [id, ...unsigned(content.length), ...content];
      }),
    ]);
  }

  #typeOf({ parameters, results }: FunctionType): number {
    const key = `${parameters.join()}>${results.join()}`;
    const known = this.#types.indexOf(key);
    if (known >= 0) return known;
    const encode = (types: readonly ValueType[]): number[] => vector(types.map((type) => [valueTypes[type]]));
    this.#types.push(key);
    this.#encodedTypes.push([0x60, ...encode(parameters), ...encode(results)]);
    return this.#types.length - 1;
  }
}
