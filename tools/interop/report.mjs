/** What may be off: see interop.py for the units. */
const limits = { predictions: 1e-5, weights: 1e-5, losses: 1e-4, results: 1e-5 };

const figures = (deviations) =>
  Object.entries(deviations)
    .map(([what, value]) => `${what} ${value.toExponential(1)}`)
    .join(', ');

/** Counts models, and joins those of one class, whose names differ in a number at their end. */
export class Report {
  passed = 0;
  failed = 0;
  #lines = new Map();
  #failures = [];
  #leftOut = new Map();

  say(way, name, deviations) {
    const good = Object.entries(deviations).every(([what, value]) => value <= limits[what]);
    if (!good) return this.fail(way, name, figures(deviations));
    this.passed++;
    const key = `${way}, ${name.replace(/-\d+$/, '')}`;
    const { count, worst } = this.#lines.get(key) ?? { count: 0, worst: {} };
    for (const [what, value] of Object.entries(deviations)) worst[what] = Math.max(worst[what] ?? 0, value);
    this.#lines.set(key, { count: count + 1, worst });
  }

  fail(way, name, reason) {
    this.failed++;
    this.#failures.push(`FAILED ${way}, ${name}: ${reason}`);
    console.log(this.#failures.at(-1));
  }

  /** A model that Keras itself cannot make, save or go on with. */
  leaveOut(name, error) {
    this.#leftOut.set(name, error);
  }

  isLeftOut(name) {
    return this.#leftOut.has(name);
  }

  total() {
    return `${this.passed} passed, ${this.failed} failed`;
  }

  text() {
    const lines = [...this.#lines].map(
      ([key, { count, worst }]) => `ok     ${key}${count > 1 ? `, ${count} models` : ''}: ${figures(worst)}`,
    );
    const left = [...this.#leftOut].map(
      ([name, error]) => `${name}: ${error.split('\n')[0].slice(0, 200).trimEnd()}`,
    );
    return [
      'Made by `npm run interop`: the largest deviations found.',
      '',
      '```',
      ...lines,
      ...this.#failures,
      this.total(),
      '```',
      '',
      ...(left.length === 0
        ? []
        : ['Left out, because Keras does not build, run or open them again:', '', '```', ...left, '```', '']),
    ].join('\n');
  }
}
