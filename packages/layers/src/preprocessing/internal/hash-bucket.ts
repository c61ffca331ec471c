import { ArgumentError } from '@myelin/core';
import { fingerprint64 } from './fingerprint64.js';
import { sipHash } from './sip-hash.js';

/** Two whole numbers that make a hash another one; null for the plain hash. */
export type Salt = readonly [number, number] | null;

const encoder = /* @__PURE__ */ new TextEncoder();

/** The bucket of each text, as in TensorFlow's `to_hash_bucket_fast`, or with a salt `to_hash_bucket_strong`. */
export function hashBuckets(buckets: number, salt: Salt): (text: string) => number {
  const count = BigInt(buckets);
  const key = salt?.map((word) => BigInt.asUintN(64, BigInt(word))) as [bigint, bigint] | undefined;
  return (text) => {
    const bytes = encoder.encode(text);
    return Number((key === undefined ? fingerprint64(bytes) : sipHash(bytes, key)) % count);
  };
}

/** The resolver of `salt`: one number stands for two of it. */
export function saltPair(given: number | readonly [number, number] | null, who: string): Salt {
  if (given === null) return null;
  const pair: unknown = typeof given === 'number' ? [given, given] : given;
  if (Array.isArray(pair) && pair.length === 2 && pair.every((word) => Number.isSafeInteger(word))) {
    return pair as unknown as Salt;
  }
  throw new ArgumentError({
    who,
    expected: '`salt` to be a whole number or two of them',
    got: JSON.stringify(given),
  });
}
