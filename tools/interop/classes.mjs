/** Models for the specs of classes.py: every class in a file that Keras opens. */
import { input } from '../../packages/layers/dist/index.js';
import { deserializeKerasObject, functional } from '../../packages/models/dist/index.js';
import { decode } from './arrays.mjs';

const bare = (list) => (list.length === 1 ? list[0] : list);

/** The model of a spec and its data; a compiled one with weights has trained for an epoch. */
export async function makeModel({
  layer: wire,
  inputs: given,
  targets,
  weights,
  adapt,
  compile,
  fixedBatch,
}) {
  const inputs = given.map(decode);
  const layer = await deserializeKerasObject(wire);
  if (adapt.length > 0) await layer.adapt(adapt.length === 1 ? decode(adapt[0]) : adapt.map(decode));
  const starts = inputs.map(({ shape, dtype }) =>
    input({ shape: shape.slice(1), dtype, ...(fixedBatch ? { batchSize: shape[0] } : {}) }),
  );
  const model = functional({ inputs: bare(starts), outputs: layer(bare(starts)), name: 'model' });
  if (weights !== null) model.setWeights(weights.map(decode));
  if (compile === null) return { model, inputs };
  const { optimizer, loss, metrics } = await deserializeKerasObject(compile);
  model.compile({ optimizer, loss, metrics });
  return { model, inputs, targets: [decode(targets)], learns: model.trainableWeights.length > 0 };
}
