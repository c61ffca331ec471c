import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { alignRanks, broadcastShape, checkBroadcast, mergeMasks, mismatch } from '../../internal/merge.js';

interface MergeSpec {
  readonly className: string;
  /** How many inputs there have to be. @defaultValue any number */
  readonly count?: number;
  /** Puts inputs of one rank together; they carry their masks. */
  readonly merge: (inputs: readonly Tensor[]) => Tensor;
}

/**
 * A layer that puts a list of inputs together, element by element.
 *
 * A step counts where it counts in one input; all do if one input has no mask.
 */
export function defineMerge({
  className,
  count,
  merge,
}: MergeSpec): LayerFactory<LayerConfig, readonly Tensor[]> {
  return defineLayer({
    className,
    defaults: {},

    build({ inputShape, who }) {
      checkBroadcast(inputShape, who);
      if (count !== undefined && inputShape.length !== count) {
        throw mismatch(inputShape, `${count} inputs`, who);
      }
      return {};
    },

    call(inputs, { who }) {
      checkBroadcast(
        inputs.map((x) => x.shape),
        who,
      );
      return merge(alignRanks(inputs));
    },

    computeMask: (_, masks) => mergeMasks(masks),

    computeOutputShape: (shapes) => broadcastShape(shapes),
  });
}
