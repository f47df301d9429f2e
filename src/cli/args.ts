import { parseArgs } from 'node:util';
import { formats } from '../report/all-formats.ts';
import type { Format } from '../report/format.ts';

const DEFAULT_FORMAT = 'text';

/** The command that the arguments ask for. */
export type Command =
  | { readonly kind: 'analyze'; readonly files: readonly string[]; readonly format: Format }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const USAGE = `Usage: npm run --silent analyze -- FILE.har … [--format ${[...formats.keys()].join('|')}]

Says of every OAuth 2.x and OpenID Connect flow in HTTP archives what went wrong, why, and who
has to fix it. Several files are read as one recording; - reads standard input. Files may be
compressed with gzip. Reports hold no secret: values are replaced by placeholders.

  --format FORMAT   how the report is written:
${[...formats].map(([name, { description }]) => `                      ${name}: ${description}${name === DEFAULT_FORMAT ? ' (default)' : ''}`).join('\n')}
  --help            this text

Exit code: 0 no flow failed or ended with an error, 1 one did, or an entry that may be OAuth could
not be read, 2 the input could not be read, 130 it was cancelled with Ctrl+C.
`;

/** Reads the arguments. A mistake becomes a command of the kind `wrong`. */
export function readArguments(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: DEFAULT_FORMAT },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const format = formats.get(values.format);
    if (!format)
      return { kind: 'wrong', message: `There is no format ${JSON.stringify(values.format)}.` };
    if (positionals.length === 0) return { kind: 'wrong', message: 'No file was named.' };
    return { kind: 'analyze', files: positionals, format };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}
