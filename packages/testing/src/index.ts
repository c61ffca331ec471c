export type { ConformanceCase } from './conformance-case.js';
export { type Tolerance, expectClose } from './expect-close.js';
export { type GradientCheck, expectGradients } from './expect-gradients.js';
export { expectNoLeak } from './expect-no-leak.js';
export { type GoldenArray, decodeArray, encodeArray } from './goldens/golden-array.js';
export type * from './goldens/golden-cases.js';
export { loadGolden, loadInputLayerGolden, loadKerasFile } from './goldens/load-golden.js';
export { type Golden, type GoldenKinds, decodeGolden, readGolden } from './goldens/read-golden.js';
