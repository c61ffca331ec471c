import { format } from 'd3-format';

const grouped = format(',.0f');
const significant = format('.3~r');
const scientific = format('.2~e');
const prefixed = format('.3~s');

/** A count with thousands set apart: `12,345`. */
export function formatCount(count: number): string {
  return grouped(count);
}

/** A measured value in three significant digits: `0.0123`, `1,235`, `4.5e−7`. */
export function formatValue(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  if (size >= 1e7 || (size > 0 && size < 1e-4)) return scientific(value);
  return size >= 1000 ? grouped(value) : significant(value);
}

/** `98.3 %`. */
export function formatPercent(share: number): string {
  return `${format('.1f')(share * 100)} %`;
}

/** One format for all ticks of an axis; `plain` is what the scale itself would write. */
export function tickFormat(
  ticks: readonly number[],
  plain: (tick: number) => string,
): (tick: number) => string {
  const largest = Math.max(...ticks.map(Math.abs));
  if (largest >= 1e5) return prefixed;
  return largest < 1e-3 ? scientific : plain;
}
