import { type ValueType, float32, signed, unsigned, valueTypes, vector } from './bytes.js';
import { atomicPrefix, atomics, plain, simd, simdLaneMemory, simdMemory, simdPrefix } from './opcodes.js';

/** A local variable of a function. */
export type Local = number & { readonly brand?: 'local' };

const anEmptyBlock = 0x40;
const opcode = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  branch: 0x0c,
  branchIf: 0x0d,
  call: 0x10,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Const: 0x41,
  f32Const: 0x43,
  f64Const: 0x44,
  i64Const: 0x42,
  drop: 0x1a,
  select: 0x1b,
  return: 0x0f,
} as const;

/** Writes the instructions of one function. */
export class FunctionBuilder {
  readonly #parameters: number;
  readonly #locals: ValueType[] = [];
  readonly #code: number[] = [];

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  local(type: ValueType): Local {
    this.#locals.push(type);
    return this.#parameters + this.#locals.length - 1;
  }

  get(local: Local): this {
    return this.#push(opcode.localGet, ...unsigned(local));
  }
  set(local: Local): this {
    return this.#push(opcode.localSet, ...unsigned(local));
  }
  tee(local: Local): this {
    return this.#push(opcode.localTee, ...unsigned(local));
  }
  i32(value: number): this {
    return this.#push(opcode.i32Const, ...signed(value));
  }
  /** A small number of 64 bits. */
  i64(value: number): this {
    return this.#push(opcode.i64Const, ...signed(value));
  }
  f64(value: number): this {
    return this.#push(opcode.f64Const, ...new Uint8Array(new Float64Array([value]).buffer));
  }
  f32(value: number): this {
    return this.#push(opcode.f32Const, ...float32(value));
  }
  drop(): this {
    return this.#push(opcode.drop);
  }
  /** Keeps the first of two numbers if the third is not 0, else the second. */
  select(): this {
    return this.#push(opcode.select);
  }
  /** Ends everything with an error. */
  unreachable(): this {
    return this.#push(0x00);
  }
  return(): this {
    return this.#push(opcode.return);
  }
  call(index: number): this {
    return this.#push(opcode.call, ...unsigned(index));
  }

  /** Writes a number of 32 bits to an address; both are on the stack, the number last. */
  storeI32(offset = 0): this {
    return this.#push(0x36, 2, ...unsigned(offset));
  }
  loadI32(offset = 0): this {
    return this.#push(0x28, 2, ...unsigned(offset));
  }

  /** Copies bytes between constant addresses. */
  copy(to: number, from: number, byteLength: number): this {
    return this.i32(to).i32(from).i32(byteLength).copyBytes();
  }

  /** Copies bytes: on the stack are where to, where from and how many. */
  copyBytes(): this {
    return this.#push(0xfc, 10, 0, 0);
  }

  op(name: keyof typeof plain): this {
    return this.#push(...plain[name]);
  }
  simd(name: keyof typeof simd): this {
    return this.#push(simdPrefix, ...unsigned(simd[name]));
  }
  /** Reads or writes a whole vector at the address on the stack and `offset` bytes behind it. */
  memory(name: keyof typeof simdMemory, offset = 0): this {
    const [code, align] = simdMemory[name];
    return this.#push(simdPrefix, ...unsigned(code), align, ...unsigned(offset));
  }
  lane(name: keyof typeof simdLaneMemory, lane: number, offset = 0): this {
    return this.#push(simdPrefix, ...unsigned(simdLaneMemory[name]), 2, ...unsigned(offset), lane);
  }
  extract(type: 'i32' | 'f32' | 'f64', lane: number): this {
    return this.#push(simdPrefix, { i32: 0x1b, f32: 0x1f, f64: 0x21 }[type], lane);
  }
  /** Of two vectors, the bytes of the given numbers; 16 and more are those of the second. */
  shuffle(bytes: readonly number[]): this {
    return this.#push(simdPrefix, 0x0d, ...bytes);
  }
  /** The vector of these four 32-bit patterns. */
  bits(lanes: readonly [number, number, number, number]): this {
    return this.#push(simdPrefix, 0x0c, ...new Uint8Array(new Uint32Array(lanes).buffer));
  }
  atomic(name: keyof typeof atomics): this {
    return this.#push(atomicPrefix, atomics[name], 2, 0);
  }

  /** Adds a constant to a local. */
  advance(local: Local, by: number): this {
    return by === 0 ? this : this.get(local).i32(by).op('i32.add').set(local);
  }

  /** Sets a local to the number on the stack, or to a bound if that is smaller; both are not negative. */
  setAtMost(local: Local, bound: number): this {
    this.tee(local).i32(bound).op('i32.ge_u');
    return this.if(() => this.i32(bound).set(local));
  }

  /** Runs `body` while the condition that it leaves on the stack holds; at least once. */
  doWhile(body: () => void): this {
    this.#push(opcode.loop, anEmptyBlock);
    body();
    return this.#push(opcode.branchIf, 0, opcode.end);
  }

  /** Runs `body` if the condition on the stack holds. */
  if(body: () => void, otherwise?: () => void): this {
    this.#push(opcode.if, anEmptyBlock);
    body();
    if (otherwise !== undefined) {
      this.#push(opcode.else);
      otherwise();
    }
    return this.#push(opcode.end);
  }

  /** Counts `counter` up to a bound, which `pushBound` puts on the stack; `counter` keeps the start that it has. */
  countTo(counter: Local, pushBound: () => void, step: number, body: () => void): this {
    this.get(counter);
    pushBound();
    return this.op('i32.lt_u').if(() => {
      this.doWhile(() => {
        body();
        this.get(counter).i32(step).op('i32.add').tee(counter);
        pushBound();
        this.op('i32.lt_u');
      });
    });
  }

  /** The body as the binary format has it. */
  encode(): number[] {
    const locals = vector(this.#locals.map((type) => [1, valueTypes[type]]));
    const content = [...locals, ...this.#code, opcode.end];
    return [...unsigned(content.length), ...content];
  }

  #push(...bytes: readonly number[]): this {
    for (const byte of bytes) this.#code.push(byte);
    return this;
  }
}
