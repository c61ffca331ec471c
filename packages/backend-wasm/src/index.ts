export { type BackendInfo, backendInfo } from './eager/backend-info.js';
export { prepareWasm } from './prepare-wasm.js';
export type { Numerics, SimdVariant } from './native/load-native.js';
export { wasm } from './wasm.js';
export type { WasmOptions, WasmPaths } from './wasm-options.js';
