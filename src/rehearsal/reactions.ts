import { headerValue } from '../http/headers.ts';
import { htmlText } from '../http/html-text.ts';
import { withoutQuery } from '../http/url.ts';
import type { Message } from '../oauth/message.ts';
import { count } from '../words/numbers.ts';
import { quote } from '../words/quote.ts';

/** How long the application is followed after a fault has met it, in milliseconds. */
export const FOLLOWED = 30_000;

/** What an application did with a fault, as far as its requests show it. */
export interface Reaction {
  readonly kind:
    | 'recovered'
    | 'repeated-once'
    | 'repeated'
    | 'refresh'
    | 'login'
    | 'many-logins'
    | 'silent-login'
    | 'logout'
    | 'error-page'
    | 'nothing';
  readonly text: string;
}

/** The moment at which a fault met the application, and the call that it met. */
export interface Met {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
}

const LOOP = 3;

/** What the application did in the time after a fault had met it. */
export function reactionTo({ at, method, url }: Met, messages: readonly Message[]): Reaction {
  const isSame = ({ exchange: { request } }: Message): boolean =>
    request.method === method && withoutQuery(request.url) === withoutQuery(url);
  // The bent call itself may be sent later than it was met, or twice.
  const isMet = (message: Message): boolean =>
    message.exchange.rehearsed?.hitAt === at && isSame(message);
  const later = messages.filter(
    (message) =>
      message.exchange.startedAt > at &&
      message.exchange.startedAt <= at + FOLLOWED &&
      !isMet(message),
  );
  const ofKind = (kind: Message['kind']) => later.filter((message) => message.kind === kind);
  const asked = later.filter((message) => message.kind === 'authorization-request');
  const silent = asked.filter(
    (message) => message.kind === 'authorization-request' && message.effective('prompt') === 'none',
  );
  const same = later.filter(
    (message) => message.kind !== 'authorization-request' && isSame(message),
  );
  const logins = asked.length - silent.length;
  if (logins >= LOOP)
    return { kind: 'many-logins', text: `It sent the user to log in ${logins} times.` };
  if (ofKind('end-session-request').length > 0)
    return { kind: 'logout', text: 'It logged the user out.' };
  if (logins > 0) return { kind: 'login', text: 'It sent the user to log in.' };
  const last = same.at(-1);
  if (last && same.length > 1)
    return {
      kind: isAnswered(last) && same.length === 2 ? 'recovered' : 'repeated',
      text: `It repeated the call ${count(same.length, 'time')}${isAnswered(last) ? ', and the last one worked' : ' without success'}.`,
    };
  if (last && isAnswered(last))
    return { kind: 'recovered', text: 'It repeated the call once, and that worked.' };
  if (last)
    return { kind: 'repeated-once', text: 'It repeated the call once, and that failed too.' };
  if (silent.length > 0)
    return {
      kind: 'silent-login',
      text: 'It looked for a session of the server in a hidden frame.',
    };
  const refreshed = ofKind('token-request');
  if (refreshed.length > 0) return { kind: 'refresh', text: 'It asked for new tokens.' };
  const page = later.find(isErrorPage);
  if (page)
    return {
      kind: 'error-page',
      text: `It showed a page with the status ${page.exchange.response?.status}${wordsOf(page)}.`,
    };
  return { kind: 'nothing', text: 'It sent no further request of this login.' };
}

function isAnswered({ exchange: { response, failure } }: Message): boolean {
  const status = response?.status ?? 0;
  return failure === null && status >= 200 && status < 400;
}

function isErrorPage({ exchange: { destination, response } }: Message): boolean {
  if (destination !== 'document' || !response) return false;
  const type = headerValue(response.headers, 'content-type') ?? '';
  return (response.status ?? 0) >= 400 && /html/i.test(type);
}

/** What a page says, at the end of a sentence; nothing when its body was not recorded. */
function wordsOf({ exchange: { response } }: Message): string {
  if (!response || !('text' in response.body)) return '';
  const { text } = htmlText(response.body.text);
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' ? '' : `, which says ${quote(words)}`;
}
