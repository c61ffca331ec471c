import {
  type DataId,
  type KernelBackend,
  type Tensor,
  engine,
  tensor as makeTensor,
} from '@tensorflow/tfjs-core';
import { type ArrayData, type DType, type TypedArray, allocate, tensorDType } from './dtype.js';
import { ArgumentError, ShapeError, StateError } from './errors.js';
import { type ArrayLike, NdArray } from './nd-array.js';
import { formatShape, shapeSize } from './shape.js';

/** A penalty on a weight, added to the loss. */
export type WeightPenalty = (weight: Tensor) => Tensor;
/** A projection of a weight, applied after each update. */
export type WeightProjection = (weight: Tensor) => Tensor;

export interface VariableOptions {
  /** Last part of the path: `kernel`. */
  readonly name: string;
  /** Keras' path: `sequential/dense/kernel`. */
  readonly path?: string;
  readonly dtype?: DType;
  /** @defaultValue true */
  readonly trainable?: boolean;
  readonly regularizer?: WeightPenalty | null;
  readonly constraint?: WeightProjection | null;
}

/** A place of its own that a runtime gives to a variable, such as an address that its programs know. */
export interface Residence {
  /** The value there, as a copy. */
  read(): NdArray;
  write(value: NdArray): void;
  /** Gives the place back. */
  release(): void;
}

/**
 * Where a variable's value may be outside of it, apart from the variable, so that both can be freed after it is gone.
 *
 * The value is in the tensor data if there is any, else on the host if it is there, else in the residence.
 */
interface Held {
  dataId: DataId | undefined;
  residence: Residence | undefined;
  /** All places that it has been given: programs know them, so they stay its own as long as it lives. */
  readonly residences: Set<Residence>;
}

const brand = Symbol.for('myelin.Variable');

const freed = /* @__PURE__ */ new FinalizationRegistry<Held>((held) => {
  release(held);
  for (const residence of held.residences) residence.release();
});

/**
 * A value that outlives a step: a weight, a moving average, a slot of an optimizer, the state of a metric.
 *
 * Its value lies on the host until a step first uses it, then where the step ran: in a backend of tfjs, or in the
 * residence that a runtime gave it. It never counts as a tensor of tfjs, and is freed with the variable.
 */
export class Variable {
  readonly name: string;
  readonly path: string;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly regularizer: WeightPenalty | null;
  readonly constraint: WeightProjection | null;
  /** Whether it is to be trained; a layer's `trainable` can freeze it all the same. */
  trainable: boolean;
  readonly #held: Held = { dataId: undefined, residence: undefined, residences: new Set() };
  #host: ArrayData | undefined;

  constructor(initial: NdArray, options: VariableOptions) {
    Object.defineProperty(this, brand, { value: true });
    this.name = options.name;
    this.path = options.path ?? options.name;
    this.shape = initial.shape;
    this.dtype = options.dtype ?? initial.dtype;
    this.trainable = options.trainable ?? true;
    this.regularizer = options.regularizer ?? null;
    this.constraint = options.constraint ?? null;
    this.#host = initial.cast(this.dtype).data.slice();
    freed.register(this, this.#held);
  }

  static isVariable(value: unknown): value is Variable {
    return typeof value === 'object' && value !== null && brand in value;
  }

  get size(): number {
    return shapeSize(this.shape);
  }

  /** The backend of tfjs that holds the value; undefined as long as it lies elsewhere. */
  get backend(): KernelBackend | undefined {
    return this.#held.dataId === undefined ? undefined : backendOf(this.#held.dataId);
  }

  /** The value now, as a copy on the host. */
  async read(): Promise<NdArray> {
    if (this.#host !== undefined) return this.#copy(this.#host);
    if (this.#isResident()) return this.#residence().read();
    const { dataId, backend } = this.#location();
    return this.#copy((await backend.read(dataId)) as ArrayData);
  }

  /** The value now, as a copy on the host, at once: not from backends that only read asynchronously. */
  readSync(): NdArray {
    return this.#host === undefined ? this.#valueNow() : this.#copy(this.#host);
  }

  /** Replaces the value. @throws ShapeError when the shapes differ. */
  assign(value: ArrayLike): void {
    const array = NdArray.from(value);
    if (formatShape(array.shape) !== formatShape(this.shape)) {
      throw new ShapeError({
        who: `Variable ${this.path}`,
        expected: `the shape ${formatShape(this.shape)}`,
        got: formatShape(array.shape),
      });
    }
    if ((array.dtype === 'string') !== (this.dtype === 'string')) {
      throw new ArgumentError({
        who: `Variable ${this.path}`,
        expected: `${this.dtype} values`,
        got: array.dtype,
      });
    }
    this.#host = array.cast(this.dtype).data.slice();
    release(this.#held);
  }

  /** Sets every element to zero: how slots and metrics start again. */
  reset(): void {
    this.#host = allocate(this.dtype, this.size);
    release(this.#held);
  }

  /** The value as a tensor of the running tidy; the caller's to dispose. */
  toTensor(): Tensor {
    if (this.#isResident()) {
      // The residence keeps the value: what is read here is a copy.
      return this.#makeTensor(this.#residence().read().data);
    }
    if (this.#held.dataId === undefined) this.#upload();
    const { dataId, backend } = this.#location();
    backend.incRef(dataId);
    return engine().makeTensorFromTensorInfo(
      { dataId, shape: [...this.shape], dtype: tensorDType(this.dtype) },
      backend,
    );
  }

  /** Takes over the value of a tensor, which stays the caller's to dispose. */
  setTensor(tensor: Tensor): void {
    if (formatShape(tensor.shape) !== formatShape(this.shape)) {
      throw new ShapeError({
        who: `Variable ${this.path}`,
        expected: `an update of shape ${formatShape(this.shape)}`,
        got: formatShape(tensor.shape),
      });
    }
    const backend = backendOf(tensor.dataId);
    backend.incRef(tensor.dataId);
    release(this.#held);
    this.#held.dataId = tensor.dataId;
    this.#host = undefined;
  }

  /** Takes a place that a runtime has set aside for the value, and gives it back when the variable is gone. */
  reserve(residence: Residence): void {
    this.#held.residences.add(residence);
  }

  /**
   * Makes the value lie in a place that a runtime has for it, whose steps change it there from now on; says whether it
   * was elsewhere.
   */
  moveTo(residence: Residence): boolean {
    const held = this.#held;
    if (held.residence === residence && this.#isResident()) return false;
    residence.write(this.#valueNow());
    held.residence = residence;
    this.#host = undefined;
    release(held);
    return true;
  }

  /** Frees the value; the variable cannot be used afterwards. */
  dispose(): void {
    release(this.#held);
    for (const residence of this.#held.residences) residence.release();
    this.#held.residences.clear();
    this.#held.residence = undefined;
    this.#host = undefined;
  }

  #isResident(): boolean {
    return this.#host === undefined && this.#held.dataId === undefined && this.#held.residence !== undefined;
  }

  #residence(): Residence {
    return this.#held.residence as Residence;
  }

  /** The value now, not copied where it is on the host. */
  #valueNow(): NdArray {
    if (this.#host !== undefined) return new NdArray(this.#host, this.shape, this.dtype);
    if (this.#isResident()) return this.#residence().read();
    const { dataId, backend } = this.#location();
    return this.#copy(backend.readSync(dataId) as ArrayData);
  }

  #upload(): void {
    if (this.#host === undefined) {
      throw new StateError({ who: `Variable ${this.path}`, expected: 'a value', got: 'a disposed variable' });
    }
    const tensor = this.#makeTensor(this.#host.slice());
    this.setTensor(tensor);
    tensor.dispose();
  }

  /** A tensor of values, which it takes over. */
  #makeTensor(values: ArrayData): Tensor {
    const dtype = tensorDType(this.dtype);
    const data = dtype === 'int32' ? new NdArray(values, this.shape, this.dtype).cast('int32').data : values;
    return makeTensor(
      data as Exclude<TypedArray, BigInt64Array | Float64Array | Int8Array>,
      [...this.shape],
      dtype,
    );
  }

  #location(): { dataId: DataId; backend: KernelBackend } {
    const { dataId } = this.#held;
    if (dataId === undefined) {
      throw new StateError({ who: `Variable ${this.path}`, expected: 'a value', got: 'a disposed variable' });
    }
    return { dataId, backend: backendOf(dataId) };
  }

  #copy(data: ArrayData): NdArray {
    if (this.dtype === 'int64' && data instanceof Int32Array) {
      return new NdArray(BigInt64Array.from(data, BigInt), this.shape, 'int64');
    }
    const into = allocate(this.dtype, this.size);
    for (let i = 0; i < into.length; i++) into[i] = data[i] as never;
    return new NdArray(into, this.shape, this.dtype);
  }
}

/** The backend that holds the data now: it changes when data moves between backends. */
function backendOf(dataId: DataId): KernelBackend {
  const info = engine().state.tensorInfo.get(dataId);
  if (info === undefined)
    throw new StateError({ who: 'Variable', expected: 'living tensor data', got: 'freed data' });
  return info.backend;
}

function release(held: Held): void {
  const { dataId } = held;
  held.dataId = undefined;
  const info = dataId === undefined ? undefined : engine().state.tensorInfo.get(dataId);
  if (dataId === undefined || info === undefined) return;
  if (info.backend.disposeData(dataId)) engine().removeDataId(dataId, info.backend);
}
