import { type AnyLayer, StateError, type WireValue, isRecord } from '@myelin/core';
import { layersByPath } from './weights-by-path.js';

/**
 * Refuses to save quantized layers that a file would not name, so that it could not be opened: those within attentions, which
 * make them themselves. Keras writes such files, and does not open them either.
 *
 * @throws StateError
 */
export function checkWritten(model: AnyLayer, config: WireValue): void {
  const quantized = [...layersByPath(model)].filter(
    ([, { sublayers, weights }]) => sublayers.size === 0 && weights.some(({ dtype }) => dtype === 'int8'),
  );
  if (quantized.length === 0) return;
  const named = new Set(namesIn(config));
  const missing = quantized.find(([, { name }]) => !named.has(name));
  if (missing === undefined) return;
  throw new StateError({
    who: `${model.name}, ${missing[0]}`,
    expected: 'quantized layers that a file can name',
    got: 'one that the layer around it makes itself',
    hint: 'Leave it out by the `filters` of `quantize`.',
  });
}

/** The names of all layers in a configuration. */
function namesIn(wire: WireValue): string[] {
  if (Array.isArray(wire)) return wire.flatMap((one: WireValue) => namesIn(one));
  if (!isRecord(wire)) return [];
  const { config } = wire;
  const name = 'class_name' in wire && isRecord(config) ? config['name'] : null;
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...Object.values(wire as Record<string, WireValue>).flatMap(namesIn),
  ];
}
