import type { Tensor } from '@tensorflow/tfjs-core';
import { isTensor } from './is-tensor.js';
import { ArgumentError } from './errors.js';
import type { CallOptions } from './layer.js';
import type { LayerSpec } from './layer-spec.js';
import { type AnyMask, attachMask, hasMask, maskOf, withMask } from './mask.js';
import { SymbolicTensor } from './symbolic.js';
import { type Tree, flatten, mapTree } from './tree.js';

type AnyTensor = Tensor | SymbolicTensor;
type MaskingSpec = Pick<
  LayerSpec<unknown, object, unknown, unknown, unknown>,
  'takesMask' | 'supportsMasking' | 'computeMask'
>;

/** How masks go through the calls of one layer; the same for tensors and for symbolic ones. */
export interface Masking {
  readonly supports: boolean;
  /** The masks of a call: those given, else those that the inputs carry. */
  ofCall<X extends AnyTensor>(inputs: Tree<X>, options: CallOptions): Tree<X | null>;
  /**
   * The masks that `call` sees; undefined where it sees none. As in Keras, a layer that is given first states sees no mask
   * that its input carries, only one that is given, too.
   */
  seenBy<M extends AnyMask>(options: CallOptions, masks: M): M | undefined;
  /** The masks of outputs, from the inputs and theirs. */
  compute(inputs: Tree<AnyTensor>, masks: AnyMask): AnyMask | null;
  /** The outputs with their masks. */
  pass<X extends AnyTensor>(inputs: Tree<X>, masks: Tree<X | null>, outputs: Tree<X>): Tree<X>;
}

export function makeMasking(spec: MaskingSpec, config: object, who: string): Masking {
  const { takesMask: takes = false, computeMask } = spec;
  const supports = spec.supportsMasking ?? computeMask !== undefined;
  let warned = false;

  const compute = (inputs: Tree<AnyTensor>, masks: AnyMask): AnyMask | null =>
    computeMask === undefined ? masks : computeMask(inputs, masks as never, { config: config, who });

  const warnOfLoss = (masks: AnyMask): void => {
    if (warned || takes || !hasMask(masks)) return;
    warned = true;
    console.warn(
      `${who}: drops the mask of its input, since it does not support masks; the layers after it count every step.`,
    );
  };

  return {
    supports,
    seenBy: ({ mask, initialState = null }, masks) =>
      takes && (initialState === null || mask !== undefined) ? masks : undefined,
    ofCall<X extends AnyTensor>(inputs: Tree<X>, { mask }: CallOptions) {
      if (mask === undefined || !hasMask(mask))
        return mapTree<X | null, X | null>(inputs, (x) => (x === null ? null : (maskOf(x) as X | null)));
      if (!takes) throw refused(who);
      checkKinds(inputs, mask, who);
      return mask as Tree<X | null>;
    },
    compute,
    pass(inputs, masks, outputs) {
      if (!supports) {
        warnOfLoss(masks);
        return outputs;
      }
      // Layers within, or the layer itself, may have given the outputs their masks already.
      if (flatten(outputs).every((output) => maskOf(output) !== null)) return outputs;
      const found = compute(inputs, masks);
      return found === null ? outputs : attachAll(inputs, found, outputs);
    },
  };
}

function attachAll<X extends AnyTensor>(inputs: Tree<X>, masks: AnyMask, outputs: Tree<X>): Tree<X> {
  const flat = flatten<AnyTensor | null>(masks);
  const given = new Set(flatten(inputs));
  let next = 0;
  return mapTree(outputs, (output) => {
    const mask = flat[next++] ?? null;
    if (mask === null || maskOf(output) !== null) return output;
    if (SymbolicTensor.isSymbolic(output)) output.mask = mask as SymbolicTensor;
    // What a caller handed in must not change under its hands.
    else if (given.has(output)) return withMask(output, mask as Tensor) as X;
    else attachMask(output, mask as Tensor);
    return output;
  });
}

function refused(who: string): ArgumentError {
  return new ArgumentError({
    who,
    expected: 'no `mask`, which this layer has no use for',
    got: 'one',
    hint: 'Masks that inputs carry pass by themselves.',
  });
}

function checkKinds(inputs: Tree<AnyTensor>, mask: AnyMask, who: string): void {
  const symbolic = SymbolicTensor.isSymbolic(flatten<AnyTensor>(inputs)[0]);
  const fits = flatten<AnyTensor | null>(mask).every(
    (leaf) => leaf === null || (symbolic ? SymbolicTensor.isSymbolic(leaf) : isTensor(leaf)),
  );
  if (fits) return;
  const [wanted, other] = symbolic ? ['symbolic tensors', 'tensors'] : ['tensors', 'symbolic tensors'];
  throw new ArgumentError({ who, expected: `a mask of ${wanted}, as the inputs are`, got: other });
}
