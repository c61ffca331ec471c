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
  readonly #functions: { readonly type: number; readonly builder: FunctionBuilder }[] = [];
  readonly #exports: number[][] = [];

  /** @param shared - whether the memory is one of several threads. */
  constructor(shared: boolean) {
    this.#shared = shared;
  }

  /** A function of others, to be given as `env.<name>`; must be asked for before any function is added. */
  import(name: string, type: FunctionType): number {
    const known = this.#imports.findIndex((entry) => entry.name === name);
    if (known >= 0) return known;
    if (this.#functions.length > 0) throw new Error(`The import ${name} comes after a function.`);
    this.#imports.push({ name, type: this.#typeOf(type) });
    return this.#imports.length - 1;
  }

  /** A function of this module; returns its number. */
  add(type: FunctionType, write: (builder: FunctionBuilder) => void, exportName?: string): number {
    const builder = new FunctionBuilder(type.parameters.length);
    write(builder);
    this.#functions.push({ type: this.#typeOf(type), builder });
    const index = this.#imports.length + this.#functions.length - 1;
    if (exportName !== undefined) {
      this.#exports.push([...text(exportName), kind.function, ...unsigned(index)]);
    }
    return index;
  }

  encode(): Uint8Array<ArrayBuffer> {
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
      [section.export, this.#exports],
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
