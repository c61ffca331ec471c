/** Options of optimizers that average the gradient and its size. */
export interface MomentsConfig {
  /** Decay of the averaged gradient. @defaultValue 0.9 */
  beta1?: number;
  /** Decay of the averaged size of the gradient. @defaultValue 0.999 */
  beta2?: number;
  /** Keeps the division finite: the `ε̂` before section 2.1 of Adam's paper, not that of algorithm 1. @defaultValue 1e-7 */
  epsilon?: number;
}

/** Options of {@link adam} and {@link adamW}. */
export interface AdamConfig extends MomentsConfig {
  /** Whether to divide by the largest average of squared gradients so far. @defaultValue false */
  amsgrad?: boolean;
}
