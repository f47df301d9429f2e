import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { visible } from './visible.ts';

/**
 * The verdict where there is room for one line: the title of what a flow failed of, the fault that the
 * user switched on, else the first clause of its headline. Neither quotes the recording, so nothing has to be hidden in it.
 */
export function shortSentence({ verdict: { sign, cause, headline } }: AnalysedFlow): string {
  if (cause && (sign === 'bad' || sign === 'recovered')) return visible(cause.title);
  if (sign === 'rehearsed') return visible(headline.replace(/\.$/, ''));
  return visible(/^.*?(?=[:;.](?:\s|$)|$)/su.exec(headline)?.[0] ?? headline);
}
