export * from './abstract.js';
export * from './activation.js';
export * from './config.js';
export * from './define-host-layer.js';
export * from './define-layer.js';
export * from './dims.js';
export * from './define-object.js';
export * from './dtype.js';
export {
  type Quantization,
  type QuantizationMode,
  type QuantizedDType,
  dtypeToWire,
  quantizationOf,
  quantizedDType,
} from './dtype-policy.js';
export * from './errors.js';
export * from './find-by-id.js';
export * from './graph.js';
export {
  type HostContext,
  type HostFiles,
  type HostLayer,
  type HostLayerFactory,
  type HostLayerSpec,
  type HostParts,
  type HostSpec,
  hostOf,
} from './host-layer.js';
export * from './initializer.js';
export * from './input-spec.js';
export { isTensor } from './is-tensor.js';
export { type LayerParts, contextOf, stateOf } from './layer-parts.js';
export * from './layer-spec.js';
export * from './loss.js';
export { type AnyMask, type MaskOf, attachMask, maskOf, withMask, withMasks, withoutMask } from './mask.js';
export * from './metric.js';
export * from './names.js';
export * from './nd-array.js';
export * from './optimizer.js';
export * from './philox.js';
export * from './py-float.js';
export * from './random.js';
export * from './regularizer.js';
export * from './runtime.js';
export * from './saved-model.js';
export * from './scope.js';
export * from './shape.js';
export * from './step-report.js';
export { isShape } from './shape-tree.js';
export * from './symbolic.js';
export * from './tree.js';
export * from './variable.js';
export * from './wire.js';
export {
  type AnyLayer,
  type CallOptions,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  type Stored,
  type WeightOptions,
  isLayer,
} from './layer.js';
