import { TraceError } from '@myelin/core';
import {
  engine,
  KernelBackend,
  type BackendValues,
  type DataId,
  type DataType,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { applyKernelRule } from '../kernels/apply-kernel-rule.js';
import type { StaticSpec } from '../kernels/kernel-rule.js';

/** One call of a kernel under an abstract backend; tensors are told apart by `dataId`. */
export interface KernelCall {
  readonly kernelName: string;
  /** By the names that tfjs-core gives them; a list for kernels that take one. */
  readonly inputs: Readonly<Record<string, TensorInfo | undefined>> | readonly TensorInfo[];
  readonly attrs: object;
  readonly outputs: readonly TensorInfo[];
}

/** A loop over the steps of sequences. */
export interface ScanCall {
  /** What is handed from step to step, then what is read one step at a time, then what all steps share. */
  readonly operands: readonly TensorInfo[];
  /** How many operands are carries. */
  readonly carries: number;
  /** How many operands after the carries have the steps as their first axis. */
  readonly steps: number;
  readonly length: number;
  /** Whether it goes from the last step to the first. */
  readonly reverse: boolean;
}

/** Is told what happens under an abstract backend, in order. */
export interface KernelObserver {
  onKernel?(call: KernelCall): void;
  /** A tensor was made from values. They still belong to who made it: copy what is kept. */
  onConstant?(tensor: TensorInfo, values: BackendValues): void;
  /** The body of a loop begins, which takes these parameters: kernels belong to it up to its `onScan`. */
  onBody?(parameters: readonly TensorInfo[]): void;
  /** A loop over the body that ends here. To an observer without it every step is told by itself. */
  onScan?(call: ScanCall, results: readonly TensorInfo[], outputs: readonly TensorInfo[]): void;
}

interface Entry {
  /** How errors call the tensor. */
  readonly description: string;
  readonly values?: BackendValues;
  references: number;
}

/**
 * A backend of tfjs-core that computes nothing: each kernel returns tensors of the right shape and type, and no values.
 *
 * Whoever records programs passes an observer. It knows its own leaves and results by `dataId`; an input that `owns`
 * does not claim was made on another backend, before, and is captured.
 */
export class AbstractBackend extends KernelBackend {
  readonly #observer: KernelObserver;
  readonly #entries = new WeakMap<DataId, Entry>();

  constructor(observer: KernelObserver = {}) {
    super();
    this.#observer = observer;
  }

  /** A tensor without values that no kernel returned: an argument, or state. */
  leaf({ shape, dtype }: StaticSpec, description = 'an argument'): Tensor {
    return engine().makeTensorFromTensorInfo(
      this.#allocate({ shape, dtype }, { description, references: 1 }),
      this,
    );
  }

  /** Whether the data was made under this backend. */
  owns(dataId: DataId): boolean {
    return this.#entries.has(dataId);
  }

  /** Called by the registered kernels. */
  run(call: Omit<KernelCall, 'outputs'>): TensorInfo | TensorInfo[] {
    const specs = applyKernelRule(call.kernelName, call.inputs, call.attrs);
    const description = `a result of ${call.kernelName}`;
    const allocate = (spec: StaticSpec): TensorInfo => this.#allocate(spec, { description, references: 1 });
    const result = Array.isArray(specs) ? specs.map(allocate) : allocate(specs);
    this.#observer.onKernel?.({ ...call, outputs: [result].flat() });
    return result;
  }

  /** Whether loops are told as such. */
  get keepsScans(): boolean {
    return this.#observer.onScan !== undefined;
  }

  /** Tells a loop, whose body runs once: the last carries and, along a new first axis, its other results. */
  scan(call: ScanCall, body: (parameters: Tensor[]) => readonly Tensor[]): Tensor[] {
    const { operands, carries, steps, length } = call;
    const isRead = (i: number): boolean => i >= carries && i < carries + steps;
    const parameters = operands.map(({ shape, dtype }, i) =>
      this.leaf({ shape: isRead(i) ? shape.slice(1) : shape, dtype }, 'an argument of a loop'),
    );
    this.#observer.onBody?.(parameters);
    const results = body(parameters);
    const outputs = results.map(({ shape, dtype }, i) =>
      this.leaf({ shape: i < carries ? shape : [length, ...shape], dtype }, 'a result of a loop'),
    );
    this.#observer.onScan?.(call, results, outputs);
    return outputs;
  }

  override write(values: BackendValues, shape: number[], dtype: DataType): DataId {
    const tensor = this.#allocate({ shape, dtype }, { description: 'a constant', values, references: 1 });
    this.#observer.onConstant?.(tensor, values);
    return tensor.dataId;
  }

  override readSync(dataId: DataId): BackendValues {
    const entry = this.#entries.get(dataId);
    if (entry?.values !== undefined) return entry.values;
    throw new TraceError({
      who: 'Reading a tensor',
      expected: 'a tensor with values',
      got: `${entry?.description ?? 'a tensor'}, which is evaluated for its shape only`,
      hint: 'Layers and training steps cannot read values (`data`, `dataSync`, `array`, or ops that do: `whereAsync`, `booleanMaskAsync`, `inTopKAsync`, `setdiff1dAsync`). Express the choice with `where`, or compute it before.',
    });
  }

  override read(dataId: DataId): Promise<BackendValues> {
    return new Promise((resolve) => {
      resolve(this.readSync(dataId));
    });
  }

  override refCount(dataId: DataId): number {
    return this.#entries.get(dataId)?.references ?? 0;
  }

  override incRef(dataId: DataId): void {
    const entry = this.#entries.get(dataId);
    if (entry !== undefined) entry.references += 1;
  }

  override disposeData(dataId: DataId, force = false): boolean {
    const entry = this.#entries.get(dataId);
    if (entry === undefined) return true;
    entry.references -= 1;
    return force || entry.references <= 0;
  }

  override numDataIds(): number {
    return 0;
  }

  override memory(): { unreliable: boolean; reasons: string[] } {
    return { unreliable: true, reasons: ['Nothing is computed and nothing is allocated.'] };
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override timerAvailable(): boolean {
    return false;
  }

  override dispose(): void {
    // Entries go with their tensors.
  }

  #allocate({ shape, dtype }: StaticSpec, entry: Entry): TensorInfo {
    const dataId: DataId = {};
    this.#entries.set(dataId, entry);
    return { dataId, shape: [...shape], dtype };
  }
}
