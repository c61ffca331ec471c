import type { AnyLayer, QuantizationMode } from '@myelin/core';
import type { QuantizationConfig } from '@myelin/layers/quantizers';
import { layersByPath } from './files/weights-by-path.js';

/** What tells layers apart: a part of their names, or a function of them. */
type LayerFilter = string | RegExp;

/** Options of `quantize`. */
export interface QuantizeOptions {
  /** How weights and inputs become whole numbers. @defaultValue null, as Keras does it in this mode */
  readonly config?: QuantizationConfig | null;
  /** Which layers to quantize: those whose names match one of these, or for which it is true. @defaultValue null, all */
  readonly filters?: LayerFilter | readonly LayerFilter[] | ((layer: AnyLayer) => boolean) | null;
}

interface Quantizable {
  quantize(mode: QuantizationMode | null, options: Pick<QuantizeOptions, 'config'>): Promise<void>;
}

/** Quantizes the layers of a model that hold no others, and whose weights no other layer uses. */
export async function quantizeModel(
  model: AnyLayer,
  mode: QuantizationMode | null,
  { config = null, filters = null }: QuantizeOptions,
): Promise<void> {
  const layers = [...new Set(layersByPath(model).values())];
  const left = new Set<string>();
  for (const layer of layers) {
    if (layer.sublayers.size > 0 || !isMeant(layer, filters)) continue;
    const isShared = layers.some((other) => other !== layer && sharesWeights(other, layer));
    if ('quantize' in layer && !isShared) await (layer as AnyLayer & Quantizable).quantize(mode, { config });
    else if (layer.className !== 'InputLayer') left.add(layer.className);
  }
  if (left.size > 0)
    console.warn(`quantize: layers of ${[...left].join(', ')} stay as they are; they cannot be quantized.`);
}

function sharesWeights({ variables }: AnyLayer, layer: AnyLayer): boolean {
  return variables.some((variable) => layer.variables.includes(variable));
}

function isMeant(layer: AnyLayer, filters: NonNullable<QuantizeOptions>['filters']): boolean {
  if (filters === null || filters === undefined) return true;
  if (typeof filters === 'function') return filters(layer);
  return [filters].flat().some((filter) => new RegExp(filter).test(layer.name));
}
