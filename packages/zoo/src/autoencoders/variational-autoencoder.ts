import {
  type Deserializable,
  type DeserializeContext,
  type LayerConfig,
  type Variable,
  type WireRecord,
  defineConstants,
} from '@myelin/core';
import { dense, input } from '@myelin/layers';
import { type ValueMetric, mean } from '@myelin/metrics';
import {
  type Model,
  type ModelFactory,
  type StepLogs,
  defineModel,
  functional,
  gradients,
  sequential,
} from '@myelin/models';
import {
  add,
  binaryCrossentropy,
  exp,
  mean as meanOf,
  multiply,
  randomNormal,
  square,
  subtract,
  sum,
  tensor,
} from '@myelin/ops';
import { adam } from '@myelin/optimizers';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Autoencoder, asAutoencoder } from './as-autoencoder.js';

/** Options of {@link variationalAutoencoder}. */
export interface VariationalAutoencoderOptions {
  /** Pixels of an image. @defaultValue 784 */
  readonly pixels?: number;
  /** Units of the hidden layers of the encoder; the decoder has them the other way round. @defaultValue [128] */
  readonly hidden?: readonly number[];
  /** Numbers that an image is pressed into. @defaultValue 2 */
  readonly code?: number;
  /** Of Adam. @defaultValue 0.002 */
  readonly learningRate?: number;
  /** Makes the draws of codes repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  readonly seed?: number | null;
  /** @defaultValue 'variational_autoencoder' */
  readonly name?: string;
}

interface VaeConfig extends LayerConfig {
  pixels: number;
  hidden: readonly number[];
  code: number;
  seed?: number | null;
}

const vae: ModelFactory<VaeConfig> = defineModel({
  className: 'VariationalAutoencoder',
  required: ['pixels', 'hidden', 'code'],
  defaults: { seed: null },
  build({ config: { pixels, hidden, code, seed }, addSeed }) {
    const x = input({ shape: [pixels] });
    const top = hidden.reduce((y, units) => dense({ units, activation: 'relu' })(y), x);
    const heads = ['mean', 'log_variance'].map((name) => dense({ units: code, name })(top));
    return {
      encoder: functional({ inputs: x, outputs: heads, name: 'encoder' }),
      decoder: sequential(
        [
          input({ shape: [code] }),
          ...[...hidden].reverse().map((units) => dense({ units, activation: 'relu' })),
          dense({ units: pixels, activation: 'sigmoid' }),
        ],
        { name: 'decoder' },
      ),
      seed: addSeed(seed),
      loss: mean(),
      reconstruction: mean(),
      divergence: mean(),
    };
  },
  call(x: Tensor, { state: { encoder, decoder } }) {
    const [centre] = encoder(x) as [Tensor, Tensor];
    return decoder(centre) as Tensor;
  },
  trainStep({ x }, { model, optimizer, ...context }) {
    const { gradients: found } = gradients(() => bound(x, context), model.trainableWeights);
    optimizer.apply(found, model.trainableWeights);
    return figuresOf(context);
  },
  testStep({ x }, context) {
    bound(x, context);
    return figuresOf(context);
  },
});

type Tracker = Pick<ValueMetric, 'update' | 'result'>;

/** What steps are told of such a model. */
interface VaeContext {
  readonly state: {
    readonly encoder: Model;
    readonly decoder: Model;
    readonly seed: Tensor;
    readonly loss: Tracker;
    readonly reconstruction: Tracker;
    readonly divergence: Tracker;
  };
  readonly variables: { readonly seed: Variable };
  readonly update: (variable: Variable, value: Tensor) => void;
}

/** The negative of the bound for a batch, with one draw of the code for each image; counted in the figures. */
function bound(x: Tensor, { state, variables, update }: VaeContext): Tensor {
  const [centre, logVariance] = state.encoder(x) as [Tensor, Tensor];
  const noise = randomNormal(state.seed, centre.shape);
  update(variables.seed, add(state.seed, tensor([0, 1], 'int32')));
  const code = add(centre, multiply(exp(multiply(logVariance, 0.5)), noise));
  const reconstruction = sum(binaryCrossentropy(x, state.decoder(code) as Tensor), { axis: 1 });
  const variance = exp(logVariance);
  const terms = subtract(add(square(centre), variance), add(logVariance, 1));
  const divergence = multiply(sum(terms, { axis: 1 }), 0.5);
  const loss = add(reconstruction, divergence);
  state.reconstruction.update(reconstruction);
  state.divergence.update(divergence);
  state.loss.update(loss);
  return meanOf(loss);
}

function figuresOf({ state }: VaeContext): StepLogs {
  return {
    loss: state.loss.result(),
    reconstruction_loss: state.reconstruction.result(),
    kl_loss: state.divergence.result(),
  };
}

/** Makes variational autoencoders; also what `loadModel` needs to read their files. */
export interface VariationalAutoencoderFactory extends Deserializable {
  (options?: VariationalAutoencoderOptions): Autoencoder;
}

/**
 * An autoencoder whose codes fill the space: its encoder says a normal distribution for each image, and codes drawn from
 * `N(0, I)` are decoded to new images.
 *
 * It makes the bound `log p(x) ≥ E[log p(x | z)] - KL(q(z | x) ‖ N(0, I))` large, in nats an image: `z = mean + exp(½
 * logVariance) · ε` with `ε ~ N(0, I)`, one draw a step; `log p(x | z) = Σ x · log y + (1 - x) · log (1 - y)` over the
 * pixels, which is a likelihood for pixels that are 0 or 1; `KL = ½ Σ (mean² + exp(logVariance) - 1 - logVariance)`.
 * Figures: `loss`, the negative of the bound, and its parts `reconstruction_loss` and `kl_loss`.
 *
 * Compiled with Adam; train it with images alone, `fit(x)`. `predict` decodes the mean of the code.
 *
 * Input `[batch, pixels]` → output `[batch, pixels]`; `encoder` → a list of mean and log variance, each `[batch, code]`.
 *
 * @example
 * ```ts
 * await useBackend(wasm());
 * const model = variationalAutoencoder({ pixels: 6, hidden: [4], code: 2 });
 * model.decoder.inputShape; // [null, 2]
 * const again = await loadModel(await model.toBytes(), { customObjects: [variationalAutoencoder] });
 * again.countParams(); // 90
 * ```
 * @see Kingma and Welling, "Auto-encoding variational Bayes", 2013, arXiv:1312.6114, equations 3, 7 and appendix B
 */
export const variationalAutoencoder: VariationalAutoencoderFactory = /* @__PURE__ */ defineConstants(
  (options: VariationalAutoencoderOptions = {}) => {
    const { pixels = 784, hidden = [128], code = 2, learningRate = 0.002, seed = null } = options;
    const { name = 'variational_autoencoder' } = options;
    const model = vae({ pixels, hidden, code, seed, name });
    model.build([null, pixels]);
    model.compile({ optimizer: adam({ learningRate }) });
    return asAutoencoder(model);
  },
  {
    className: vae.className,
    module: vae.module,
    registeredName: vae.registeredName,
    fromConfig: (wire: WireRecord, context: DeserializeContext) => vae.fromConfig(wire, context),
  },
);
