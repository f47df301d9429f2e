import { fragmentOf, originOfUrl, parseUrl, queryOf } from '../../http/url.ts';
import type { ExchangeView } from '../exchange-view.ts';
import { isByOwnPage } from '../values/own-page.ts';

/** Answers that only say where to go are short. */
const MAX_MEMBERS = 40;
const RESPONSE = /[?&#](?:code|error|id_token|access_token|response)=/;

/**
 * The URL with an authorization response that a server gives to its own sign-in page, which called
 * it by fetch and then navigates there; null when the answer has none.
 */
export function urlInJson(view: ExchangeView): string | null {
  const { exchange, responseText, responseJson } = view;
  if (exchange.destination !== 'empty' || responseText === null) return null;
  if (!RESPONSE.test(responseText.replaceAll('\\u0026', '&')) || !isByOwnPage(exchange))
    return null;
  for (const value of stringsIn(responseJson)) {
    const url = /^https?:|^[a-z][\w.+-]*:\//i.test(value) ? parseUrl(value) : null;
    if (!url || originOfUrl(value) === view.origin) continue;
    if (RESPONSE.test(`?${queryOf(value)}`) || RESPONSE.test(`#${fragmentOf(value)}`)) return value;
  }
  return null;
}

/** The strings of an object and of the objects directly in it. */
function stringsIn(json: ExchangeView['responseJson']): readonly string[] {
  const members = Object.values(json ?? {}).slice(0, MAX_MEMBERS);
  const inner = members.flatMap((one) =>
    typeof one === 'object' && one !== null ? Object.values(one).slice(0, MAX_MEMBERS) : [],
  );
  return [...members, ...inner].filter((one): one is string => typeof one === 'string');
}
