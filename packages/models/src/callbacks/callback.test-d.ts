import { expectTypeOf } from 'vitest';
import { type Callback, type Logs, type Model, earlyStopping, lambdaCallback } from '../index.js';

declare const model: Model;

const own: Callback = {
  onTrainBegin({ model: trained, epochs, steps }) {
    expectTypeOf(trained).toEqualTypeOf<Model>();
    expectTypeOf(epochs).toEqualTypeOf<number>();
    expectTypeOf(steps).toEqualTypeOf<number | undefined>();
  },
  async onEpochEnd(epoch, logs, context) {
    expectTypeOf(epoch).toEqualTypeOf<number>();
    expectTypeOf(logs).toEqualTypeOf<Logs>();
    await context.model.getWeights();
  },
};
void model.fit([1], [1], { callbacks: [own, earlyStopping({ patience: 1 }), lambdaCallback({})] });
expectTypeOf(lambdaCallback({ onTestEnd: () => undefined })).toEqualTypeOf<Callback>();

// @ts-expect-error no hook is called so
lambdaCallback({ onEpoch: () => undefined });
// @ts-expect-error an unknown word
earlyStopping({ mode: 'maximum' });
// @ts-expect-error a factory that nobody called
void model.fit([1], [1], { callbacks: [earlyStopping] });
