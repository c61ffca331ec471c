export type { ConformanceCase } from './conformance-case.js';
export { type ConformanceBackend, type Exception } from './conformance/backend.js';
export type { AnyLayerFactory, LayerTrial } from './conformance/layer-case.js';
export { runStep } from './conformance/run-step.js';
export { testActivation } from './conformance/test-activation.js';
export { testConstraint } from './conformance/test-constraint.js';
export { type HostLayerCases, testHostLayer } from './conformance/test-host-layer.js';
export { type LayerCases, testLayer } from './conformance/test-layer.js';
export { testLoss } from './conformance/test-loss.js';
export { testMetric } from './conformance/test-metric.js';
export { type AnyOp } from './conformance/op-call.js';
export { testOp } from './conformance/test-op.js';
export { testOpGraph } from './conformance/test-op-graph.js';
export { testOptimizer } from './conformance/test-optimizer.js';
export { testSchedule } from './conformance/test-schedule.js';
export { type Tolerance, expectClose } from './expect-close.js';
export { type GradientCheck, expectGradients } from './expect-gradients.js';
export { expectNoLeak } from './expect-no-leak.js';
export { type GoldenArray, decodeArray, encodeArray } from './goldens/golden-array.js';
export type * from './goldens/golden-cases.js';
export { goldenFile } from './goldens/golden-file.js';
export {
  loadGolden,
  loadHostLayerGolden,
  loadInputLayerGolden,
  loadKerasFile,
  loadLegacyFile,
} from './goldens/load-golden.js';
export { type Golden, type GoldenKinds, decodeGolden, readGolden } from './goldens/read-golden.js';
