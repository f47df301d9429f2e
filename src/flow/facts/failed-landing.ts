import { queryOf } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Message } from '../../oauth/message.ts';
import type { Flow } from '../flow.ts';

/** `?error` alone, or with a value that does not deny an error. */
const ERROR = /(?:^|&)error(?:&|$|=(?!(?:0|false|no|none|null|undefined)?(?:&|$)))/;

/**
 * The page to which the redirection endpoint sent the browser because the login failed in the
 * application: its URL says `error`. A landing that itself fails says nothing about the login.
 */
export function failedLanding(response: AuthorizationResponse, flow: Flow): Message | null {
  const { startedAt } = response.exchange;
  const next = flow.responses.find(({ exchange }) => exchange.startedAt > startedAt);
  const until = next?.exchange.startedAt ?? Number.POSITIVE_INFINITY;
  return (
    flow.messages.find(
      ({ kind, exchange }) =>
        kind === 'landing' &&
        exchange.startedAt >= startedAt &&
        exchange.startedAt < until &&
        ERROR.test(queryOf(exchange.request.url)),
    ) ?? null
  );
}
