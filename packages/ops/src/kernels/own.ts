import type { KernelRules } from './kernel-rule.js';

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
};
