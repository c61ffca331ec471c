export { type BackendInfo, backendInfo } from './eager/backend-info.js';
export { type WasmOptions, type WasmPaths, prepareWasm } from './eager/prepare-wasm.js';
export type { Numerics, SimdVariant } from './native/load-native.js';
export { wasm } from './wasm.js';
