import { saidIn } from '../../flow/facts/said.ts';
import type { Exchange } from '../../http/exchange.ts';
import { statusWords } from '../../http/status.ts';
import { quote } from '../../words/quote.ts';
import { BODY, type Observation, STATUS } from '../check.ts';

/** What an endpoint answered, in one sentence: its status, its code and its words. */
export function answerSentence(endpoint: string, { response, ...exchange }: Exchange): string {
  if (!response) return `${endpoint} did not answer.`;
  const { code, text } = saidIn({ response, ...exchange });
  const words = [code, text].flatMap((one) => (one === null ? [] : quote(one, 200)));
  return `${endpoint} answered ${statusWords(response)}${words.length > 0 ? `: ${words.join(', ')}` : ''}.`;
}

/** The refusal of an endpoint, at its error code or else at its status. */
export function refusalBy(
  endpoint: string,
  exchange: Exchange,
): Pick<Observation, 'at' | 'observed'> {
  const { code } = saidIn(exchange);
  return {
    at: code === null ? STATUS : BODY,
    observed: answerSentence(endpoint, exchange),
  };
}
