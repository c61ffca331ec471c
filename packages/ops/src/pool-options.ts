export interface PoolOptions {
  /** Rows and columns of the window. */
  readonly poolSize: number | readonly [number, number];
  /** Steps of the window. @defaultValue the size of the window */
  readonly strides?: number | readonly [number, number] | null;
  /** @defaultValue 'valid' */
  readonly padding?: 'valid' | 'same';
  /** @defaultValue 'channels_last' */
  readonly dataFormat?: 'channels_last' | 'channels_first';
}

/** The window in the form in which tfjs-core takes it. */
export function poolWindow({ poolSize, strides, padding = 'valid' }: PoolOptions): {
  size: [number, number];
  strides: [number, number];
  padding: 'valid' | 'same';
} {
  const pair = (value: number | readonly [number, number]): [number, number] =>
    typeof value === 'number' ? [value, value] : [value[0], value[1]];
  return { size: pair(poolSize), strides: pair(strides ?? poolSize), padding };
}
