/** A number for each axis of sequences, images or volumes. */
export type PoolSizes = readonly [number] | readonly [number, number] | readonly [number, number, number];

export interface PoolOptions {
  /** Size of the window: one number for all axes, or one for each. */
  readonly poolSize: number | PoolSizes;
  /** Steps of the window. @defaultValue the size of the window */
  readonly strides?: number | PoolSizes | null;
  /** @defaultValue 'valid' */
  readonly padding?: 'valid' | 'same';
  /** @defaultValue 'channels_last' */
  readonly dataFormat?: 'channels_last' | 'channels_first';
}
