import type { Operation } from '@myelin/compiler';
import { type TensorDType, TraceError } from '@myelin/core';
import { FunctionBuilder, type Local } from '../assembler/function-builder.js';
import type { ModuleBuilder } from '../assembler/module-builder.js';
import { expressionOf } from './expressions.js';

/** The values of a region, four lanes each, in locals of the function that computes it. */
export class LaneValues {
  readonly #code: FunctionBuilder;
  readonly #module: ModuleBuilder;
  readonly #locals = new Map<number, Local>();
  readonly #dtypes = new Map<number, TensorDType>();
  readonly #numbers: Map<string, Local>;
  #calls = false;

  constructor(code: FunctionBuilder, module: ModuleBuilder, numbers: Map<string, Local> = new Map()) {
    this.#code = code;
    this.#module = module;
    this.#numbers = numbers;
  }

  /** The local of a value; its type must be told once. */
  localOf(id: number, dtype: TensorDType): Local {
    let local = this.#locals.get(id);
    if (local === undefined) {
      local = this.#code.local('v128');
      this.#locals.set(id, local);
      this.#dtypes.set(id, dtype);
    }
    return local;
  }

  get(id: number): Local {
    return this.#locals.get(id) as Local;
  }

  /** Whether an operation that was prepared calls a function. */
  get calls(): boolean {
    return this.#calls;
  }

  /** The values of the four elements behind these, in locals of their own but for those that are `fixed`, and numbers. */
  next(fixed: readonly number[]): LaneValues {
    const following = new LaneValues(this.#code, this.#module, this.#numbers);
    for (const [id, dtype] of this.#dtypes) {
      if (fixed.includes(id)) {
        following.#locals.set(id, this.get(id));
        following.#dtypes.set(id, dtype);
      } else following.localOf(id, dtype);
    }
    return following;
  }

  /**
   * Puts the numbers of the operations into locals, before the loop: engines build vectors anew wherever they stand.
   */
  prepare(operations: readonly Operation[]): void {
    const nowhere = new FunctionBuilder(0);
    const nothing = (): void => undefined;
    for (const operation of operations) {
      const dtype = this.#operandType(operation);
      const number = (value: number): void => void this.#numberLocal(value, dtype);
      this.#expression(operation)(
        { code: nowhere, operand: nothing, number, call: () => (this.#calls = true) },
        operation.attrs,
      );
      for (const output of operation.outputs) this.localOf(output.id, output.dtype);
    }
  }

  /** Writes the operations, each result into its local. */
  compute(operations: readonly Operation[]): void {
    for (const operation of operations) {
      const [output] = operation.outputs;
      if (output === undefined) continue;
      const dtype = this.#operandType(operation);
      this.#expression(operation)(
        {
          code: this.#code,
          operand: (name) => this.#code.get(this.get(operation.inputs[name] as number)),
          number: (value) => this.#code.get(this.#numberLocal(value, dtype)),
          call: (name, operands) => {
            const parameters = operands === 1 ? (['v128'] as const) : (['v128', 'v128'] as const);
            this.#code.call(this.#module.import(name, { parameters, results: ['v128'] }));
          },
        },
        operation.attrs,
      );
      this.#code.set(this.localOf(output.id, output.dtype));
    }
  }

  /** Turns the four lanes on the stack from how they lie in memory into how they are computed with. */
  decode(dtype: TensorDType): void {
    if (dtype === 'bool') this.#code.i32(0).simd('i32x4.splat').simd('i32x4.ne');
  }

  /** The opposite of `decode`. */
  encode(dtype: TensorDType): void {
    if (dtype === 'bool') this.#code.i32(1).simd('i32x4.splat').simd('v128.and');
  }

  #expression(operation: Operation): NonNullable<ReturnType<typeof expressionOf>> {
    const expression = expressionOf(operation, this.#operandType(operation));
    if (expression !== undefined) return expression;
    throw new TraceError({
      who: 'wasm',
      expected: 'operations that a program can compute',
      got: `${operation.op} of ${this.#operandType(operation)}`,
    });
  }

  /** Select computes with its alternatives, everything else with its first operand. */
  #operandType(operation: Operation): TensorDType {
    const { inputs, op } = operation;
    const id = op === 'Select' ? inputs['t'] : Object.values(inputs)[0];
    return (id === undefined ? undefined : this.#dtypes.get(id)) ?? this.#resultType(operation);
  }

  #resultType({ outputs }: Operation): TensorDType {
    return outputs[0]?.dtype ?? 'float32';
  }

  #numberLocal(value: number, dtype: TensorDType): Local {
    const integer = dtype === 'int32';
    const key = `${integer} ${Object.is(value, -0) ? '-0' : value}`;
    let local = this.#numbers.get(key);
    if (local === undefined) {
      local = this.#code.local('v128');
      this.#numbers.set(key, local);
      if (integer) this.#code.i32(value).simd('i32x4.splat').set(local);
      else this.#code.f32(value).simd('f32x4.splat').set(local);
    }
    return local;
  }
}
