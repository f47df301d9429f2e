import { saidIn } from '../../flow/facts/said.ts';
import type { Exchange } from '../../http/exchange.ts';
import { statusWords } from '../../http/status.ts';
import { quote } from '../../words/quote.ts';

/** What an endpoint answered, in one sentence: its status, its code and its words. */
export function answerSentence(endpoint: string, { response, ...exchange }: Exchange): string {
  if (!response) return `${endpoint} did not answer.`;
  const { code, text } = saidIn({ response, ...exchange });
  const words = [code, text].flatMap((one) => (one === null ? [] : quote(one, 200)));
  return `${endpoint} answered ${statusWords(response)}${words.length > 0 ? `: ${words.join(', ')}` : ''}.`;
}
