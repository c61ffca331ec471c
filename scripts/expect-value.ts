/** How far a number may be from the one in a comment, which is rounded. */
const tolerance = 1e-4;

interface TensorLike {
  readonly dtype: string;
  arraySync(): unknown;
}

interface ArrayLike {
  toArray(): unknown;
}

/** Tensors and arrays of any kind as plain arrays; the booleans of tensors as such. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('arraySync' in value) {
    const { dtype } = value as TensorLike;
    const array = (value as TensorLike).arraySync();
    return dtype === 'bool' ? booleans(array) : array;
  }
  if ('toArray' in value) return (value as ArrayLike).toArray();
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float32Array);
  return value;
}

function booleans(value: unknown): unknown {
  return Array.isArray(value) ? value.map(booleans) : value === 1;
}

/** Where two values differ, as a path from their root; undefined where they are equal. */
function difference(got: unknown, expected: unknown, path = ''): string | undefined {
  const value = plain(got);
  if (typeof value === 'number' && typeof expected === 'number') {
    const far = Math.abs(value - expected) > tolerance * Math.max(1, Math.abs(expected));
    return far || Number.isNaN(value) !== Number.isNaN(expected) ? path || 'the value' : undefined;
  }
  if (typeof value !== 'object' || typeof expected !== 'object' || value === null || expected === null) {
    return Object.is(value, expected) ? undefined : path || 'the value';
  }
  if (Array.isArray(value) !== Array.isArray(expected)) return path || 'the value';
  const keys = new Set([...Object.keys(value), ...Object.keys(expected)]);
  for (const key of keys) {
    const inner = difference(
      (value as Record<string, unknown>)[key],
      (expected as Record<string, unknown>)[key],
      `${path}[${key}]`,
    );
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(plain(value), (_, inner: unknown) => plain(inner)) as string | undefined;
  return text ?? String(value);
}

/** Fails unless the value of an example is the one that the comment beside it states. */
export async function expectValue(value: unknown, expected: unknown, where: string): Promise<void> {
  const got = await value;
  const place = difference(got, expected);
  if (place === undefined) return;
  throw new Error(
    `${where}: the example says ${shown(expected)} and gives ${shown(got)}; they differ at ${place}.`,
  );
}

/** Fails unless an example throws the error that the comment beside it names. */
export async function expectThrown(run: () => Promise<void>, name: string, where: string): Promise<void> {
  let got = 'nothing';
  try {
    await run();
  } catch (error) {
    got = error instanceof Error ? error.name : String(error);
  }
  if (got !== name) throw new Error(`${where}: the example says that ${name} is thrown, and ${got} is.`);
}
