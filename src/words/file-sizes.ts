const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** The size of a file as people read it: `310 bytes`, `84 kB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1_000 ** step;
  const shown = step > 0 && value < 10 ? value.toFixed(1) : String(Math.round(value));
  return `${shown} ${UNITS[step]}`;
}
