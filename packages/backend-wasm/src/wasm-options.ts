import type { Numerics } from './native/load-native.js';

/** Where the `.wasm` files of tfjs-backend-wasm are: a folder that ends in `/`, or a place for each of the three. */
export type WasmPaths =
  | string
  | Readonly<
      Record<
        'tfjs-backend-wasm.wasm' | 'tfjs-backend-wasm-simd.wasm' | 'tfjs-backend-wasm-threaded-simd.wasm',
        string
      >
    >;

export interface WasmOptions {
  /**
   * `fastest` uses the best instructions of this machine; `portable` gives equal bits on every machine.
   *
   * @defaultValue 'fastest'
   */
  readonly numerics?: Numerics;
  /**
   * Whether V8 may compute two vectors of 128 bits as one of 256: the same results in about half the time, where Node and
   * the processor can (Node from 23.5 on, x86 with AVX2). It is an experiment of V8, which this turns on for the whole
   * process; elsewhere it changes nothing.
   *
   * @defaultValue false
   */
  readonly wideVectors?: boolean;
  /**
   * How many threads compiled programs may use; 1 for none but the calling one, or one worker where a page draws.
   *
   * @defaultValue as many as the machine has cores, at most 8, where threads can share memory
   */
  readonly threads?: number;
  /**
   * Whether calls of layers and ops on tensors work at once: that loads tfjs-backend-wasm. Without, it is loaded when a step
   * cannot be a program, or by `await prepareWasm()` and `tf.setBackend` of the name that it returns.
   *
   * @defaultValue true in Node, false in a page
   */
  readonly eager?: boolean;
  /** Needed in a page where tfjs-backend-wasm is loaded: the bundler decides about places; Node finds the files by itself. */
  readonly wasmPaths?: WasmPaths;
}

/** One name for each kind of numerics, so that both can be in use; never the stock backend's own. */
export const backendNames: Readonly<Record<Numerics, string>> = {
  fastest: 'myelin-wasm',
  portable: 'myelin-wasm-portable',
};
