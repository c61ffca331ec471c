/** A resolver that leaves null as it is. */
export function optionally<T>(
  resolve: (given: T, who: string) => T,
): (given: T | null, who: string) => T | null {
  return (given, who) => (given === null ? null : resolve(given, who));
}
