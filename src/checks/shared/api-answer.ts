import { saidIn } from '../../flow/facts/said.ts';
import type { Exchange } from '../../http/exchange.ts';
import { statusWords } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { ownErrorOf } from '../../oauth/values/own-error.ts';
import { quote } from '../../words/quote.ts';

/** How an API refused a token, as a sentence: its status, and the words of its challenge or body. */
export function apiAnswer(exchange: Exchange): string {
  const { response } = exchange;
  if (!response) return 'The API did not answer.';
  const challenge = bearerChallenge(exchange);
  const said = challenge?.error
    ? `: ${quote(challenge.error, 60)}${challenge.description ? `, ${quote(challenge.description)}` : ''}`
    : saidInBody(exchange);
  return `The API answered ${statusWords(response)}${said}.`;
}

/** What the API says in the body, when its challenge says nothing. */
function saidInBody(exchange: Exchange): string {
  const own = ownErrorOf(parseJsonObject(responseText(exchange) ?? ''));
  const words = own?.words ?? own?.code ?? saidIn(exchange).text;
  return words ? `: ${quote(words)}` : ' without saying why';
}
