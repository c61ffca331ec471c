/** What `fit` returns: the figures of every epoch. */
export interface History {
  /** The epochs that were run, counted from 0. */
  readonly epoch: readonly number[];
  /** One list for each figure, sorted by name: `loss`, `mae`, `val_loss`. */
  readonly history: Readonly<Record<string, readonly number[]>>;
}
