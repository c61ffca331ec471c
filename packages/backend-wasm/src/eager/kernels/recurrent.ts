import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** Bytes of a bool on the heap of the stock backend. */
const BOOL_BYTES = 1;

interface Given {
  readonly projected: TensorInfo;
  readonly recurrentKernel: TensorInfo;
  readonly hidden: TensorInfo;
  readonly mask?: TensorInfo;
}

/** `hidden` holds the states before and after every step. */
interface Kept {
  readonly recurrentKernel: TensorInfo;
  readonly hidden: TensorInfo;
  readonly mask?: TensorInfo;
  readonly dSequence?: TensorInfo;
  readonly dHidden?: TensorInfo;
}

interface GruAttrs {
  readonly resetAfter: boolean;
}

interface Size {
  readonly steps: number;
  readonly batch: number;
  readonly units: number;
}

function sizeOf({ projected, hidden }: Given): Size {
  return { steps: projected.shape[0] ?? 0, batch: hidden.shape[0] ?? 0, units: hidden.shape[1] ?? 0 };
}

function keptSize({ hidden }: Kept): Size {
  const [states = 1, batch = 0, units = 0] = hidden.shape;
  return { steps: states - 1, batch, units };
}

/** Makes all results before any address is asked for: memory moves when it grows. */
function outputs(context: EagerContext, shapes: readonly (readonly number[])[]): TensorInfo[] {
  return shapes.map((shape) => context.output(shape, 'float32'));
}

function addresses(context: EagerContext, tensors: readonly (TensorInfo | undefined)[]): number[] {
  return tensors.map((tensor) => (tensor === undefined ? 0 : context.address(tensor)));
}

export const lstmSequence: EagerKernel<TensorInfo[]> = eagerKernel<
  Given & { readonly carry: TensorInfo },
  object,
  TensorInfo[]
>('LstmSequence', (given, _, context) => {
  const { steps, batch, units } = sizeOf(given);
  const states = [steps + 1, batch, units];
  const results = outputs(context, [states, states, [steps, batch, 4 * units], [steps, batch, units]]);
  const { projected, recurrentKernel, hidden, carry, mask } = given;
  context.withScratch(context.native.lstmScratch(units), (scratch) => {
    const [x = 0, kernel = 0, h = 0, c = 0, lives = 0] = addresses(context, [projected, recurrentKernel, hidden, carry, mask]); // prettier-ignore
    const [hiddens = 0, carries = 0, gates = 0, squashed = 0] = addresses(context, results);
    context.native.lstmSequence(x, kernel, h, c, lives, BOOL_BYTES, steps, batch, units, 0, batch, hiddens, carries, gates, squashed, scratch); // prettier-ignore
  });
  return results;
});

interface LstmKept extends Kept {
  readonly carry: TensorInfo;
  readonly gates: TensorInfo;
  readonly squashed: TensorInfo;
  readonly dCarry?: TensorInfo;
}

export const lstmSequenceGradient: EagerKernel<TensorInfo[]> = eagerKernel<LstmKept, object, TensorInfo[]>(
  'LstmSequenceGradient',
  (kept, _, context) => {
    const { steps, batch, units } = keptSize(kept);
    const first = [batch, units];
    const results = outputs(context, [[steps, batch, 4 * units], first, first]);
    const { recurrentKernel, mask, carry, gates, squashed, dSequence, dHidden, dCarry } = kept;
    context.withScratch(context.native.lstmGradientScratch(units), (scratch) => {
      const [kernel = 0, lives = 0, c = 0, z = 0, out = 0] = addresses(context, [recurrentKernel, mask, carry, gates, squashed]); // prettier-ignore
      const [bySequence = 0, byHidden = 0, byCarry = 0] = addresses(context, [dSequence, dHidden, dCarry]);
      const [dz = 0, dh = 0, dc = 0] = addresses(context, results);
      context.native.lstmSequenceGradient(kernel, lives, BOOL_BYTES, c, z, out, bySequence, byHidden, byCarry, steps, batch, units, 0, batch, dz, dh, dc, scratch); // prettier-ignore
    });
    return results;
  },
);

export const gruSequence: EagerKernel<TensorInfo[]> = eagerKernel<
  Given & { readonly recurrentBias?: TensorInfo },
  GruAttrs,
  TensorInfo[]
>('GruSequence', (given, { resetAfter }, context) => {
  const { steps, batch, units } = sizeOf(given);
  const results = outputs(context, [
    [steps + 1, batch, units],
    [steps, batch, 3 * units],
    [steps, batch, units],
  ]);
  const { projected, recurrentKernel, recurrentBias, hidden, mask } = given;
  context.withScratch(context.native.gruScratch(units), (scratch) => {
    const [x = 0, kernel = 0, bias = 0, h = 0, lives = 0] = addresses(context, [projected, recurrentKernel, recurrentBias, hidden, mask]); // prettier-ignore
    const [hiddens = 0, gates = 0, inner = 0] = addresses(context, results);
    context.native.gruSequence(x, kernel, bias, h, lives, BOOL_BYTES, resetAfter, steps, batch, units, 0, batch, hiddens, gates, inner, scratch); // prettier-ignore
  });
  return results;
});

interface GruKept extends Kept {
  readonly gates: TensorInfo;
  readonly inner: TensorInfo;
}

export const gruSequenceGradient: EagerKernel<TensorInfo[]> = eagerKernel<GruKept, GruAttrs, TensorInfo[]>(
  'GruSequenceGradient',
  (kept, { resetAfter }, context) => {
    const { steps, batch, units } = keptSize(kept);
    const wide = [steps, batch, 3 * units];
    const results = outputs(context, [wide, ...(resetAfter ? [wide] : []), [batch, units]]);
    const { recurrentKernel, mask, hidden, gates, inner, dSequence, dHidden } = kept;
    context.withScratch(context.native.gruGradientScratch(units, batch), (scratch) => {
      const [kernel = 0, lives = 0, h = 0, z = 0, within = 0] = addresses(context, [recurrentKernel, mask, hidden, gates, inner]); // prettier-ignore
      const [bySequence = 0, byHidden = 0] = addresses(context, [dSequence, dHidden]);
      const [dz = 0, ...rest] = addresses(context, results);
      const [products = 0, dh = 0] = resetAfter ? rest : [0, ...rest];
      context.native.gruSequenceGradient(kernel, lives, BOOL_BYTES, resetAfter, h, z, within, bySequence, byHidden, steps, batch, units, 0, batch, dz, products, dh, scratch); // prettier-ignore
    });
    return results;
  },
);

export const simpleRnnSequence: EagerKernel<TensorInfo[]> = eagerKernel<Given, object, TensorInfo[]>(
  'SimpleRnnSequence',
  (given, _, context) => {
    const { steps, batch, units } = sizeOf(given);
    const results = outputs(context, [[steps + 1, batch, units]]);
    const { projected, recurrentKernel, hidden, mask } = given;
    context.withScratch(context.native.simpleRnnScratch(units), (scratch) => {
      const [x = 0, kernel = 0, h = 0, lives = 0] = addresses(context, [projected, recurrentKernel, hidden, mask]); // prettier-ignore
      const [hiddens = 0] = addresses(context, results);
      context.native.simpleRnnSequence(
        x,
        kernel,
        h,
        lives,
        BOOL_BYTES,
        steps,
        batch,
        units,
        0,
        batch,
        hiddens,
        scratch,
      );
    });
    return results;
  },
);

export const simpleRnnSequenceGradient: EagerKernel<TensorInfo[]> = eagerKernel<Kept, object, TensorInfo[]>(
  'SimpleRnnSequenceGradient',
  (kept, _, context) => {
    const { steps, batch, units } = keptSize(kept);
    const results = outputs(context, [
      [steps, batch, units],
      [batch, units],
    ]);
    const { recurrentKernel, mask, hidden, dSequence, dHidden } = kept;
    context.withScratch(context.native.simpleRnnScratch(units), (scratch) => {
      const [kernel = 0, lives = 0, h = 0, bySequence = 0, byHidden = 0] = addresses(context, [recurrentKernel, mask, hidden, dSequence, dHidden]); // prettier-ignore
      const [dz = 0, dh = 0] = addresses(context, results);
      context.native.simpleRnnSequenceGradient(kernel, lives, BOOL_BYTES, h, bySequence, byHidden, steps, batch, units, 0, batch, dz, dh, scratch); // prettier-ignore
    });
    return results;
  },
);
