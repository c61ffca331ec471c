import { NdArray, type TensorDType, Variable, shapeSize } from '@myelin/core';
import type { Body, ConstData, Leaf, Operation, Program, Value } from './ir.js';
import { bodyNames } from './ir.js';
import { LineReader } from './line-reader.js';

/**
 * The program that `printProgram` wrote.
 *
 * @param variables - the variables that the text names by their paths; those of one path in the order in which the
 * program names them. Others are made, with zeros.
 * @throws FormatError naming the line and what was expected there.
 */
export function parseProgram(text: string, variables: Iterable<Variable> = []): Program {
  return new Parser(text, variables).program();
}

class Parser {
  readonly #lines: readonly string[];
  readonly #variables = new Map<string, Variable[]>();
  readonly #values = new Map<number, Value>();
  #next = 0;

  constructor(text: string, variables: Iterable<Variable>) {
    this.#lines = text.trimEnd().split('\n');
    for (const variable of variables) this.#known(variable.path).push(variable);
  }

  program(): Program {
    const head = this.#read();
    head.expect('program');
    const name = head.name();
    head.end();
    const leaves: Leaf[] = [];
    while (/^%\d+ = (input|state|const) /.test(this.#peek())) leaves.push(this.#leaf());
    const operations = this.#operations('');
    const outputs = this.#return();
    const updates: { variable: Variable; value: number }[] = [];
    while (this.#next < this.#lines.length) updates.push(this.#update());
    return { name, leaves, operations, outputs, updates };
  }

  #leaf(): Leaf {
    const line = this.#read();
    const id = this.#id(line);
    line.expect('=');
    if (line.skip('input ')) {
      const index = line.integer();
      return { kind: 'input', index, value: this.#typed(line, id) };
    }
    if (line.skip('state ')) {
      const name = this.#variableName(line);
      const value = this.#typed(line, id);
      return { kind: 'state', variable: this.#variable(name, value), value };
    }
    line.expect('const ');
    const read = this.#data(line);
    const value = this.#typed(line, id);
    return { kind: 'const', data: read(value), value };
  }

  /** Reads the elements of a constant; the type that follows them says what they are. */
  #data(line: LineReader): (value: Value) => ConstData {
    if (line.skip('all ')) {
      const fill = line.literal() as number;
      return ({ dtype, shape }) => new arrays[dtype](shapeSize(shape)).fill(fill);
    }
    if (line.skip('base64 ')) {
      const bytes = Uint8Array.from(atob(line.match(/[\w+/=]+/, 'base64')), (char) => char.charCodeAt(0));
      return ({ dtype }) => new arrays[dtype](bytes.buffer);
    }
    const list = line.literal();
    if (!Array.isArray(list)) line.fail('a list of numbers before this');
    return ({ dtype }) => arrays[dtype].from(list as number[]);
  }

  #operations(indent: string): Operation[] {
    const operations: Operation[] = [];
    while (this.#peek().startsWith(`${indent}%`)) operations.push(this.#operation(indent));
    return operations;
  }

  #operation(indent: string): Operation {
    const line = this.#read();
    const ids = line.list('=', () => this.#id(line));
    const op = line.match(/\w+/, 'the name of an operation');
    line.expect('(');
    const operand = (): [string, number] => {
      const key = line.match(/\w+/, 'the name of an operand');
      line.expect('=');
      return [key, this.#id(line)];
    };
    const inputs = Object.fromEntries(line.list(')', operand));
    const attrs = line.skip('{') ? line.entries() : {};
    line.expect(':');
    const outputs = ids.map((id, i) => {
      if (i > 0) line.expect(',');
      return this.#type(line, id);
    });
    line.end();
    const bodies: Partial<Record<(typeof bodyNames)[number], Body>> = {};
    for (const name of bodyNames) {
      if (this.#peek().startsWith(`${indent}  ${name}(`)) bodies[name] = this.#body(name, `${indent}  `);
    }
    return { op, inputs, attrs, outputs, ...bodies };
  }

  #body(name: string, indent: string): Body {
    const line = this.#read();
    line.expect(`${name}(`);
    const parameters = line.list(')', () => {
      const id = this.#id(line);
      line.expect(':');
      return this.#type(line, id);
    });
    line.end();
    const operations = this.#operations(`${indent}  `);
    return { parameters, operations, results: this.#return() };
  }

  #return(): number[] {
    const line = this.#read();
    line.expect('return');
    const ids: number[] = [];
    if (line.skip('%')) {
      do ids.push(line.integer());
      while (line.skip(', %'));
    }
    line.end();
    return ids;
  }

  #update(): { variable: Variable; value: number } {
    const line = this.#read();
    line.expect('update ');
    const name = this.#variableName(line);
    line.expect('=');
    const id = this.#id(line);
    line.end();
    const value = this.#values.get(id) ?? line.fail(`a definition of %${id} before this`);
    return { variable: this.#variable(name, value), value: id };
  }

  #variableName(line: LineReader): { path: string; place: number } {
    return { path: line.name(), place: line.skip('#') ? line.integer() : 1 };
  }

  #variable({ path, place }: { path: string; place: number }, { shape, dtype }: Value): Variable {
    const known = this.#known(path);
    while (known.length < place) {
      known.push(new Variable(NdArray.zeros(shape, dtype), { name: path.split('/').at(-1) ?? path, path }));
    }
    return known[place - 1] as Variable;
  }

  #known(path: string): Variable[] {
    const known = this.#variables.get(path) ?? [];
    this.#variables.set(path, known);
    return known;
  }

  #id(line: LineReader): number {
    line.expect('%');
    return line.integer();
  }

  #typed(line: LineReader, id: number): Value {
    line.expect(':');
    const value = this.#type(line, id);
    line.end();
    return value;
  }

  #type(line: LineReader, id: number): Value {
    const dtype = line.match(/float32|int32|bool/, 'a type: float32, int32 or bool') as TensorDType;
    line.expect('[');
    const value = { id, shape: line.list(']', () => line.integer()), dtype };
    this.#values.set(id, value);
    return value;
  }

  #peek(): string {
    return this.#lines[this.#next] ?? '';
  }

  #read(): LineReader {
    const line = this.#peek();
    return new LineReader(line, ++this.#next);
  }
}

// Constants of strings do not exist: what the entry is does not matter.
const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array, string: Uint8Array };
