/** Seconds, microseconds and nanoseconds since 1970 differ from milliseconds by their size. */
function milliseconds(number: number): number {
  if (number >= 1e17) return number / 1e6;
  if (number >= 1e14) return number / 1e3;
  return number >= 1e8 && number < 1e11 ? number * 1e3 : number;
}

/** Milliseconds since the epoch of a date or number that a program wrote; null when it is neither. */
export function readTime(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? milliseconds(value) : null;
  if (typeof value !== 'string') return null;
  const date = Date.parse(value);
  if (!Number.isNaN(date)) return date;
  const number = /^\s*(?:\/Date\()?(\d{9,19}(?:\.\d+)?)(?:[+-]\d{4})?(?:\)\/)?\s*$/.exec(
    value,
  )?.[1];
  if (number !== undefined) return milliseconds(Number(number));
  // ISO 8601 allows a comma before the fraction.
  const iso = Date.parse(value.replace(/(\d),(\d)/, '$1.$2'));
  return Number.isNaN(iso) ? null : iso;
}
