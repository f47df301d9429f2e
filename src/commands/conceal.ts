import type { Exchange } from '../http/exchange.ts';
import { memoised } from '../http/memo.ts';
import { collectRecording } from '../redaction/collect-recording.ts';
import { finderOf, type Span } from '../redaction/value-finder.ts';
import { merged, type Template } from './template.ts';
import type { Variables } from './variables.ts';

const finderFor = memoised((exchange: Exchange) => finderOf(collectRecording([exchange], {})));

/** Cuts a text into text and variables. `before` is what stands before it, such as `name: `. */
export type Conceal = (text: string, before?: string) => Template;

/**
 * Finds the secret and personal values of an exchange in its texts, in any encoding. The value of a
 * variable is the text as it is written there, so nothing is encoded again.
 */
export function concealer(exchange: Exchange, variables: Variables): Conceal {
  const find = finderFor(exchange);
  return (text, before = '') => {
    const template: Template[number][] = [];
    let done = 0;
    for (const { start, end, label } of regions(find(before + text))) {
      const from = Math.max(0, start - before.length);
      const to = end - before.length;
      if (to <= from) continue;
      template.push(text.slice(done, from), variables.use(label, text.slice(from, to)));
      done = to;
    }
    return merged([...template, text.slice(done)]);
  };
}

interface Region {
  readonly start: number;
  end: number;
  readonly label: string;
}

/** Values that overlap are one region, which has the name of the first and longest. */
function regions(spans: readonly Span[]): readonly Region[] {
  const found: Region[] = [];
  for (const { start, end, owner } of spans) {
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end, label: owner.label });
  }
  return found;
}
