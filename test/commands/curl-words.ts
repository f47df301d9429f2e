import type { Captured } from './shell-capture.ts';

/** A command of curl, whichever way its body reaches it. */
export interface CurlWords {
  readonly options: readonly string[];
  readonly body: Buffer | null;
}

/** The options without those that differ with variables, and the bytes of the body. */
export function curlWords({ args, input }: Captured): CurlWords {
  const options = args.filter((word) => word !== '--globoff');
  const [flag, value = ''] = options.slice(-2);
  if (flag !== '--data-raw' && flag !== '--data-binary') return { options, body: null };
  const body = flag === '--data-raw' ? Buffer.from(value, 'utf8') : (input ?? Buffer.alloc(0));
  return { options: options.slice(0, -2), body };
}

/** The options of curl in a file for `--config`, as words of a command line. */
export function configWords(config: string): string[] {
  const words: string[] = [];
  for (const line of config.split('\r\n')) {
    if (line === '') continue;
    const match = /^([a-z-]+)(?: = "((?:[^"\\\r\n]|\\[\\"ntrv])*)")?$/.exec(line);
    if (!match) throw new Error(`not a line of a config file: ${line}`);
    const [, name = '', value] = match;
    words.push({ header: '-H', user: '-u', request: '-X' }[name] ?? `--${name}`);
    if (value === undefined) continue;
    words.push(
      value.replace(/\\(.)/g, (_all, one: string) => {
        return { n: '\n', t: '\t', r: '\r', v: '\v' }[one] ?? one;
      }),
    );
  }
  return words;
}
