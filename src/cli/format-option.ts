import { extname } from 'node:path';
import { formats } from '../report/all-formats.ts';
import type { Format } from '../report/format.ts';
import { Misuse, type Option } from './cli-command.ts';
import { nearestWord } from './nearest-word.ts';

export const DEFAULT_FORMAT = 'text';

/** The option that chooses how a report is written. */
export const FORMAT_OPTION: Option = {
  name: 'format',
  short: 'f',
  value: 'FORMAT',
  description: [
    'how the report is written:',
    ...[...formats].map(([name, { description }]) => {
      return `${name}: ${description}${name === DEFAULT_FORMAT ? ' (default)' : ''}`;
    }),
  ].join('\n'),
};

/** The format with this name. */
export function formatOf(name: string): Format {
  const format = formats.get(name.toLowerCase());
  if (format) return format;
  const meant = nearestWord(name, formats.keys());
  const all = [...formats.keys()].join(', ');
  throw new Misuse(
    `There is no format ${JSON.stringify(name)}. ${meant === null ? `There are ${all}.` : `Did you mean ${meant}?`}`,
  );
}

/** The format of a file by its extension; the default one for others. */
export function formatOfFile(path: string | null): Format {
  const extension = extname(path ?? '')
    .slice(1)
    .toLowerCase();
  const found = [...formats.values()].find((one) => one.extension === extension);
  return found ?? formatOf(DEFAULT_FORMAT);
}
