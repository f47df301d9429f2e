import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { visible } from './visible.ts';

/**
 * The headline of a verdict where there is room for one line; of a flow that did not fail, its first
 * clause. It does not quote the recording, so nothing has to be hidden in it.
 */
export function shortSentence({ verdict: { sign, headline } }: AnalysedFlow): string {
  if (sign === 'bad' || sign === 'recovered') return visible(headline.replace(/\.$/, ''));
  return visible(/^.*?(?=[:;.](?:\s|$)|$)/su.exec(headline)?.[0] ?? headline);
}
