import { ShapeError, TraceError, formatShape } from '@myelin/core';
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

/** An operation that runs bodies: a loop over steps, a choice between two of them, or a loop that a test ends. */
export interface StructuralCall {
  readonly op: 'Scan' | 'Cond' | 'While';
  /** What its bodies are given as parameters; after the condition of a choice there are none. */
  readonly operands: readonly TensorInfo[];
  readonly attrs: Readonly<Record<string, unknown>>;
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
  /** Whether a scan is told as one loop, or by every step. @defaultValue false */
  readonly keepsScans?: boolean;
  /** A body begins, which takes these parameters: kernels belong to it up to its end. */
  onBody?(parameters: readonly TensorInfo[]): void;
  /** The body that began last ends. */
  onBodyEnd?(results: readonly TensorInfo[]): void;
  /** An operation that runs the bodies that ended since: one, or those of a choice (if true, else), or test and body. */
  onStructure?(call: StructuralCall): void;
}

/** What an operation with bodies returns. */
export interface StructuralResult {
  readonly outputs: Tensor[];
  /** What its bodies use beside their parameters. */
  readonly captured: readonly Tensor[];
}

/** A body that runs: what it has made or been given, and what it uses besides. */
interface OpenBody {
  readonly own: Set<DataId>;
  readonly captured: Map<DataId, Tensor>;
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
  /** Bodies that run, innermost last. */
  readonly #bodies: OpenBody[] = [];

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
    if (call.kernelName === 'Identity') {
      const { x } = call.inputs as { x: Tensor };
      if (this.owns(x.dataId)) return this.#share(x);
    }
    const specs = applyKernelRule(call.kernelName, call.inputs, call.attrs);
    const description = `a result of ${call.kernelName}`;
    for (const input of Object.values(call.inputs)) if (input !== undefined) this.#use(input as Tensor);
    const allocate = (spec: StaticSpec): TensorInfo => this.#allocate(spec, { description, references: 1 });
    const result = Array.isArray(specs) ? specs.map(allocate) : allocate(specs);
    this.#observer.onKernel?.({ ...call, outputs: [result].flat() });
    return result;
  }

  /** Whether nobody records what happens: only shapes are found. */
  get findsShapes(): boolean {
    return this.#observer.onKernel === undefined;
  }

  /** Whether loops are told as such. */
  get keepsScans(): boolean {
    return this.#observer.keepsScans === true;
  }

  /** Tells a loop, whose body runs once: the last carries and, along a new first axis, its other results. */
  scan(call: ScanCall, body: (parameters: Tensor[]) => readonly Tensor[]): Tensor[] {
    const { operands, carries, steps, length } = call;
    const isRead = (i: number): boolean => i >= carries && i < carries + steps;
    const parameters = operands.map(({ shape, dtype }, i) =>
      this.leaf({ shape: isRead(i) ? shape.slice(1) : shape, dtype }, 'an argument of a loop'),
    );
    const { results } = this.#run(parameters, body);
    const outputs = results.map(({ shape, dtype }, i) =>
      this.leaf({ shape: i < carries ? shape : [length, ...shape], dtype }, 'a result of a loop'),
    );
    const { operands: _, ...attrs } = call;
    this.#observer.onStructure?.({ op: 'Scan', operands, attrs, outputs });
    return outputs;
  }

  /**
   * Tells a choice between two bodies, each of which runs once.
   *
   * @throws ShapeError when they return different things.
   */
  cond(
    predicate: TensorInfo,
    [onTrue, onFalse]: readonly [() => readonly Tensor[], () => readonly Tensor[]],
  ): StructuralResult {
    const [body, otherwise] = [this.#run([], onTrue), this.#run([], onFalse)];
    expectSame('cond', body.results, otherwise.results);
    const outputs = body.results.map(({ shape, dtype }) =>
      this.leaf({ shape, dtype }, 'a result of a choice'),
    );
    this.#observer.onStructure?.({ op: 'Cond', operands: [predicate], attrs: {}, outputs });
    return { outputs, captured: [...new Set([...body.captured, ...otherwise.captured])] };
  }

  /**
   * Tells a loop that a test ends; test and body run once.
   *
   * @throws ShapeError when the body returns others than the carries that it takes.
   */
  whileLoop(
    carries: readonly Tensor[],
    test: (parameters: Tensor[]) => Tensor,
    body: (parameters: Tensor[]) => readonly Tensor[],
  ): StructuralResult {
    const parameters = (): Tensor[] =>
      carries.map(({ shape, dtype }) => this.leaf({ shape, dtype }, 'an argument of a loop'));
    const tested = this.#run(parameters(), (given) => [test(given)]);
    const turn = this.#run(parameters(), body);
    expectSame('whileLoop', carries, turn.results);
    const outputs = carries.map(({ shape, dtype }) => this.leaf({ shape, dtype }, 'a result of a loop'));
    const attrs = { carries: carries.length };
    this.#observer.onStructure?.({ op: 'While', operands: carries, attrs, outputs });
    return { outputs, captured: [...new Set([...tested.captured, ...turn.captured])] };
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

  /** Runs a body once. */
  #run(
    parameters: Tensor[],
    body: (parameters: Tensor[]) => readonly Tensor[],
  ): { readonly results: readonly Tensor[]; readonly captured: readonly Tensor[] } {
    const own = new Set(parameters.map(({ dataId }) => dataId));
    const captured = new Map<DataId, Tensor>();
    this.#observer.onBody?.(parameters);
    this.#bodies.push({ own, captured });
    try {
      const results = body(parameters);
      for (const result of results) this.#use(result);
      this.#observer.onBodyEnd?.(results);
      return { results, captured: [...captured.values()] };
    } finally {
      this.#bodies.pop();
    }
  }

  /** What keeps a tensor, as the tape does, makes another of the same data. */
  #share(tensor: Tensor): TensorInfo {
    this.#use(tensor);
    this.incRef(tensor.dataId);
    const { dataId, shape, dtype } = tensor;
    return { dataId, shape, dtype };
  }

  /** Notes that running bodies, up to the one in which a tensor was made, take it from around them. */
  #use(tensor: Tensor): void {
    for (const { own, captured } of this.#bodies.toReversed()) {
      if (own.has(tensor.dataId)) return;
      captured.set(tensor.dataId, tensor);
    }
  }

  #allocate({ shape, dtype }: StaticSpec, entry: Entry): TensorInfo {
    const dataId: DataId = {};
    this.#bodies.at(-1)?.own.add(dataId);
    this.#entries.set(dataId, entry);
    return { dataId, shape: [...shape], dtype };
  }
}

/** Expects what one body returns to be of the types of something else. */
function expectSame(who: string, expected: readonly Tensor[], got: readonly Tensor[]): void {
  const text = (tensors: readonly Tensor[]): string =>
    tensors.length === 0
      ? 'nothing'
      : tensors.map(({ shape, dtype }) => `${dtype} ${formatShape(shape)}`).join(', ');
  if (text(expected) === text(got)) return;
  throw new ShapeError({
    who,
    expected: text(expected),
    got: text(got),
    hint: 'A program has one shape and type for each result, whichever way it takes.',
  });
}
