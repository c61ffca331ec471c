import { oneOf } from '../../internal/one-of.js';

/** Older names that Keras still takes. */
const older: Readonly<Record<string, string>> = { binary: 'multi_hot', 'tf-idf': 'tf_idf' };

/** The resolver of `outputMode`. */
export function categoryMode<T extends string>(modes: readonly T[]): (given: T, who: string) => T {
  const known = oneOf('outputMode', modes);
  return (given, who) => known((older[given] ?? given) as T, who);
}
