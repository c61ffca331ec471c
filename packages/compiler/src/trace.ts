import {
  Scope,
  type Signature,
  type Step,
  type TensorDType,
  TraceError,
  type Variable,
  formatShape,
  layerPath,
  tensorDType,
  withScope,
} from '@myelin/core';
import {
  AbstractBackend,
  type KernelCall,
  type StructuralCall,
  ensureGradients,
  withAbstractBackend,
} from '@myelin/ops';
import { type BackendValues, type Tensor, type TensorInfo, engine } from '@tensorflow/tfjs-core';
import type { Leaf, Program, Value } from './ir.js';
import { Frames } from './trace-frames.js';

export interface TraceOptions {
  /** Whether a `scan` becomes one `Scan`, or the operations of all its steps. @defaultValue false */
  readonly keepScans?: boolean;
}

/**
 * Runs a step once on tensors without values and records what it does: forward, gradients and updates of the state.
 *
 * Nothing changes: no variable, no seed, no counter of tfjs.
 *
 * @throws TraceError when the step reads values, calls `Math.random`, or uses tensors from outside.
 */
export function trace(step: Step, signature: Signature, { keepScans = false }: TraceOptions = {}): Program {
  const recorder = new Recorder(step.name, keepScans);
  const random = Math.random;
  Math.random = () => {
    throw new TraceError({
      who: `the ${step.name} step`,
      expected: 'random numbers from a seed',
      got: 'Math.random',
      hint: 'Draw with `randomUniform(state, shape)`, or hand the number in as an input.',
    });
  };
  try {
    return withAbstractBackend(recorder.backend, () => recorder.record(step, signature));
  } finally {
    Math.random = random;
  }
}

/** In the order in which they run. */
const bodiesOfOp = { Scan: ['body'], Cond: ['body', 'otherwise'], While: ['test', 'body'] } as const;

class Recorder {
  readonly backend: AbstractBackend;
  readonly #name: string;
  readonly #values = new WeakMap<object, Value>();
  readonly #leaves: Leaf[] = [];
  readonly #frames = new Frames(() => this.#next++);
  #next = 0;

  constructor(name: string, keepScans: boolean) {
    this.#name = name;
    this.backend = new AbstractBackend({
      onKernel: (call) => {
        this.#onKernel(call);
      },
      onConstant: (tensor, values) => {
        this.#onConstant(tensor, values);
      },
      keepsScans: keepScans,
      onBody: (parameters) => {
        this.#frames.open(parameters.map((tensor) => this.#value(tensor)));
      },
      onBodyEnd: (results) => {
        this.#frames.close(results.map((tensor) => this.#find(tensor)));
      },
      onStructure: (call) => {
        this.#onStructure(call);
      },
    });
  }

  record(step: Step, { inputs }: Signature): Program {
    ensureGradients();
    const tensors = inputs.map(({ shape, dtype }, index) => {
      const tensor = this.backend.leaf({ shape: [...shape], dtype }, `input ${index}`);
      this.#leaves.push({ kind: 'input', index, value: this.#value(tensor) });
      return tensor;
    });
    const scope = new Scope((variable) => this.#state(variable));
    try {
      const outputs = withScope(scope, () => step.run(tensors)).map((tensor) => this.#find(tensor));
      const updates = [...scope.updates].map(([variable, tensor]) => ({
        variable,
        value: this.#find(tensor),
      }));
      return {
        name: this.#name,
        leaves: this.#leaves,
        operations: this.#frames.operations,
        outputs,
        updates,
      };
    } finally {
      scope.dispose();
    }
  }

  #state(variable: Variable): Tensor {
    const spec = { shape: [...variable.shape], dtype: tensorDType(variable.dtype) };
    const tensor = this.backend.leaf(spec, variable.path);
    this.#leaves.push({ kind: 'state', variable, value: this.#value(tensor) });
    return tensor;
  }

  #onConstant(tensor: TensorInfo, values: BackendValues): void {
    const data = (values as Float32Array).slice();
    this.#leaves.push({ kind: 'const', data, value: this.#value(tensor) });
  }

  #onKernel({ kernelName, inputs, attrs, outputs }: KernelCall): void {
    const operands = Object.entries(inputs as Readonly<Record<string, TensorInfo | undefined>>).flatMap(
      ([name, tensor]): [string, number][] => (tensor === undefined ? [] : [[name, this.#find(tensor)]]),
    );
    const layer = layerPath();
    this.#frames.push({
      op: kernelName,
      inputs: Object.fromEntries(operands),
      attrs: given(attrs as Readonly<Record<string, unknown>>),
      outputs: outputs.map((tensor) => this.#define(tensor)),
      ...(layer === '' ? {} : { layer }),
    });
  }

  #onStructure({ op, operands, attrs, outputs }: StructuralCall): void {
    const names = bodiesOfOp[op];
    const { bodies, captured } = this.#frames.take(names.length);
    const ids = [...operands.map((tensor) => this.#find(tensor)), ...captured];
    this.#frames.push({
      op,
      inputs: Object.fromEntries(ids.map((id, i) => [String(i), id])),
      attrs,
      outputs: outputs.map((tensor) => this.#define(tensor)),
      ...Object.fromEntries(names.map((name, i) => [name, bodies[i]])),
    });
  }

  /** The result of an operation, which belongs to the body that is being recorded. */
  #define(tensor: TensorInfo): Value {
    const value = this.#value(tensor);
    this.#frames.define(value);
    return value;
  }

  #value({ dataId, shape, dtype }: TensorInfo): Value {
    const value: Value = { id: this.#next++, shape: [...shape], dtype: dtype as TensorDType };
    this.#values.set(dataId, value);
    return value;
  }

  /** The value of a tensor; one from outside is a constant of the program. */
  #find(tensor: TensorInfo): number {
    const known = this.#values.get(tensor.dataId);
    if (known !== undefined && this.#frames.isOver(known)) {
      throw new TraceError({
        who: `the ${this.#name} step`,
        expected: 'loops and branches that return what is used outside of them',
        got: `${known.dtype} ${formatShape(known.shape)} that one of them computed and did not return`,
        hint: 'Return it, and update variables with it afterwards.',
      });
    }
    if (known !== undefined) return this.#frames.seen(known);
    const home = engine().state.tensorInfo.get(tensor.dataId)?.backend;
    if (home === undefined || this.backend.owns(tensor.dataId)) {
      throw new TraceError({
        who: `the ${this.#name} step`,
        expected: 'living tensors',
        got: 'one that was disposed',
      });
    }
    this.#onConstant(tensor, home.readSync(tensor.dataId));
    return this.#frames.seen(this.#values.get(tensor.dataId) as Value);
  }
}

/** A copy of the attributes that say something: tfjs-core leaves others undefined or null, and one of `dims` a number. */
function given(attrs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(attrs)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => {
      if (name === 'dims') return [name, [value].flat()];
      return [name, typeof value === 'object' ? structuredClone(value) : value];
    });
  return Object.fromEntries(entries) as Record<string, unknown>;
}
