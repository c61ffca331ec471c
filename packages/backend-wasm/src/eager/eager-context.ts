import { StateError } from '@myelin/core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  type DataType,
  type NamedAttrMap,
  type TensorInfo,
  type TypedArray,
  getKernel,
} from '@tensorflow/tfjs-core';
import { type Numerics, type SimdVariant, loadNative } from '../native/load-native.js';
import type { Address, NativeKernels } from '../native/native-kernels.js';

/** The parts of the stock backend's Emscripten module that its types leave out. */
interface EmscriptenModule {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(byteLength: number): number;
  _free(address: Address): void;
}

/** By name; what is missing is left out. */
export type Tensors = Readonly<Record<string, TensorInfo | undefined>>;

/** More words than any geometry has. */
const GEOMETRY_WORDS = 32;

/** The stock backend's heap with the kernels of this package on it. */
export class EagerContext {
  readonly native: NativeKernels;
  readonly simd: SimdVariant;
  readonly #backend: BackendWasm;
  readonly #module: EmscriptenModule;
  readonly #geometry: Address;

  private constructor(backend: BackendWasm, native: NativeKernels, simd: SimdVariant) {
    this.native = native;
    this.simd = simd;
    this.#backend = backend;
    this.#module = emscriptenModule(backend);
    this.#geometry = this.#allocate(4 * GEOMETRY_WORDS);
    native.setWorkspace(this.#allocate(native.workspaceBytes()), false);
  }

  static async create(backend: BackendWasm, numerics: Numerics): Promise<EagerContext> {
    const { kernels, simd } = await loadNative(emscriptenModule(backend).asm.memory, numerics);
    return new EagerContext(backend, kernels, simd);
  }

  address(tensor: TensorInfo): Address {
    return this.#backend.getMemoryOffset(tensor.dataId) >>> 0;
  }

  /** A new tensor; its values are whatever lay there. */
  output(shape: readonly number[], dtype: DataType): TensorInfo {
    const tensor = this.#backend.makeOutput([...shape], dtype);
    if (this.address(tensor) === 0) {
      this.#backend.disposeData(tensor.dataId);
      throw outOfMemory(`a tensor of shape [${shape.join()}]`);
    }
    return tensor;
  }

  /** Another name for the same values, which costs nothing: tensors never change. */
  share({ dataId, shape, dtype }: TensorInfo): TensorInfo {
    this.#backend.incRef(dataId);
    return { dataId, shape, dtype };
  }

  /** A view of the values; valid until the next tensor is made. */
  values(tensor: TensorInfo): TypedArray {
    return this.#backend.typedArrayFromHeap(tensor);
  }

  zeros(shape: readonly number[], dtype: DataType): TensorInfo {
    const tensor = this.output(shape, dtype);
    this.values(tensor).fill(0);
    return tensor;
  }

  release(tensor: TensorInfo): void {
    this.#backend.disposeData(tensor.dataId);
  }

  /** Writes a geometry where the kernels read it; valid until the next one. */
  geometry(words: readonly number[]): Address {
    new Int32Array(this.#module.asm.memory.buffer, this.#geometry, words.length).set(words);
    return this.#geometry;
  }

  withScratch(byteLength: number, use: (scratch: Address) => void): void {
    const scratch = this.#allocate(byteLength);
    try {
      use(scratch);
    } finally {
      this.#module._free(scratch);
    }
  }

  /** Runs a kernel of the stock backend on this heap. */
  stock(kernelName: string, inputs: Tensors, attrs: object = {}): TensorInfo {
    const { kernelFunc } = getKernel(kernelName, 'wasm');
    const parameters = { inputs: { ...inputs }, attrs: attrs as NamedAttrMap };
    return kernelFunc({ ...parameters, backend: this.#backend }) as TensorInfo;
  }

  #allocate(byteLength: number): Address {
    const address = this.#module._malloc(byteLength) >>> 0;
    if (address === 0 && byteLength > 0) throw outOfMemory(`${byteLength} bytes of scratch space`);
    return address;
  }
}

function emscriptenModule(backend: BackendWasm): EmscriptenModule {
  return backend.wasm as unknown as EmscriptenModule;
}

function outOfMemory(what: string): StateError {
  return new StateError({
    who: 'wasm',
    expected: `memory for ${what}`,
    got: 'none left',
    hint: 'WebAssembly has 4 GB at most: use smaller batches, or dispose tensors that are no longer needed.',
  });
}
