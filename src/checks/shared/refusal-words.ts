import { saidIn } from '../../flow/facts/said.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Exchange } from '../../http/exchange.ts';
import { statusWords } from '../../http/status.ts';
import type { Message } from '../../oauth/message.ts';
import { quote } from '../../words/quote.ts';
import { tellingWords } from '../../words/telling-words.ts';
import { BODY, type Observation, STATUS } from '../check.ts';
import { explained } from './provider-words.ts';

/** What an endpoint answered, in one sentence: its status, its code and its words. */
export function answerSentence(endpoint: string, { response, ...exchange }: Exchange): string {
  if (!response) return `${endpoint} did not answer.`;
  const { code, text } = saidIn({ response, ...exchange });
  const words = [code, text].flatMap((one) =>
    one === null ? [] : quote(tellingWords(one, 200), 200),
  );
  return `${endpoint} answered ${statusWords(response)}${words.length > 0 ? `: ${words.join(', ')}` : ''}.`;
}

/**
 * The refusal of an endpoint, at its error code or else at its status. `texts` say what its code
 * means in general.
 */
export function endpointRefusal(
  endpoint: string,
  message: Message,
  flow: Flow,
  texts: Partial<Observation>,
): Observation {
  const { exchange } = message;
  const { code } = saidIn(exchange);
  const report: Observation = {
    at: code === null ? STATUS : BODY,
    observed: answerSentence(endpoint, exchange),
    ...texts,
  };
  return explained(report, message, flow);
}

const MAX_REFUSAL = 200;

/** The words of a server that refused an authorization request, in one line, quoted. */
export function quotedRefusal(refusal: string): string {
  const lines = refusal.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return quote(lines.filter(Boolean).join(' · '), MAX_REFUSAL);
}
