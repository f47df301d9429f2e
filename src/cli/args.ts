import { parseArgs } from 'node:util';

export type Format = 'text' | 'json' | 'markdown';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'analyze'; readonly files: readonly string[]; readonly format: Format }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const USAGE = `Usage: npm run --silent analyze -- FILE.har … [--format text|json|markdown]

Says of every OAuth 2.x and OpenID Connect flow in HTTP archives what went wrong, why, and who
has to fix it. Several files are read as one recording; - reads standard input. Files may be
compressed with gzip. Reports hold no secret: values are replaced by placeholders.

  --format FORMAT   text (default), json (docs/report-json.md) or markdown
  --help            this text

Exit code: 0 nothing of severity error was found, 1 something was, 2 the input could not be read,
130 it was cancelled with Ctrl+C.
`;

const FORMATS: readonly Format[] = ['text', 'json', 'markdown'];

/** Reads the arguments; what cannot be understood is a command of its own. */
export function readArguments(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const format = FORMATS.find((one) => one === values.format);
    if (!format)
      return { kind: 'wrong', message: `There is no format ${JSON.stringify(values.format)}.` };
    if (positionals.length === 0) return { kind: 'wrong', message: 'No file was named.' };
    return { kind: 'analyze', files: positionals, format };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}
