/** The elements of `source`, asked for `count` elements before they are needed. */
export async function* prefetched<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const underWay: Promise<IteratorResult<T>>[] = [];
  const ask = (): void => {
    const next = iterator.next();
    // Reported when its turn comes; until then nobody waits for it, which Node would end the process for.
    next.catch(() => undefined);
    underWay.push(next);
  };
  try {
    for (let i = 0; i < count; i++) ask();
    for (let next = underWay.shift(); next !== undefined; next = underWay.shift()) {
      const result = await next;
      if (result.done === true) return;
      ask();
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}
