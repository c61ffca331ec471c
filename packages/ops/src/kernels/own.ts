import { type KernelRules, type Unary, like } from './kernel-rule.js';

/**
 * Kernels of Myelin that tfjs-core does not have; a new one is one more entry.
 *
 * @internal
 */
export const ownRules: KernelRules = {
  /** `seed` int32 `[2]` → float32 of `shape`, in `[0, 1)`. */
  PhiloxUniform: (_inputs: object, { shape }: { readonly shape: readonly number[] }) => ({
    shape: [...shape],
    dtype: 'float32',
  }),
  /** `x`, and 0 where its size is below the attribute `least`. */
  FlushToZero: ({ x }: Unary) => like(x),
};
