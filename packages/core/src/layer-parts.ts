import type { AnyLayer, LayerConfig } from './layer.js';
import type { CallContext } from './layer-spec.js';

const key = Symbol.for('myelin.Layer.parts');

/** What layers that run the parts of other layers need of them. */
export interface LayerParts {
  readonly state: () => unknown;
  readonly context: (training: boolean) => CallContext<LayerConfig, object, unknown>;
}

/** @internal */
export const layerParts: symbol = key;

/**
 * What `build` of a layer returned, with its variables; undefined before.
 *
 * For layers around other layers, such as recurrent ones around their cells.
 */
export function stateOf(layer: AnyLayer): unknown {
  return partsOf(layer).state();
}

/**
 * What `call` of a built layer would be given in the running step; for layers that run a part of another layer.
 *
 * @throws StateError when no step is running, or the layer has no weights yet.
 */
export function contextOf(layer: AnyLayer, training: boolean): CallContext<LayerConfig, object, unknown> {
  return partsOf(layer).context(training);
}

function partsOf(layer: AnyLayer): LayerParts {
  return (layer as unknown as { readonly [key]: LayerParts })[key];
}
