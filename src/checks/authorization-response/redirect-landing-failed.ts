import type { Exchange, FailureReason } from '../../http/exchange.ts';
import { isError } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/message.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';

const UNREACHABLE: Partial<Record<FailureReason, string>> = {
  dns: 'its host name is not known',
  'connection-refused': 'nothing listens there',
  'connection-reset': 'the connection was cut',
  tls: 'its certificate was not accepted',
  'timed-out': 'it did not answer in time',
  // Firefox gives no word for any failure.
  unknown: 'it could not be reached, for a reason that the browser does not name',
};

export default defineCheck({
  title: 'The callback of the application failed',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'The authorization server has done its part and sent the browser back. The application did not take the response.',
  fix: 'Look at the log of the application for this request.',
  specs: [rfc(6749, '4.1.2')],
  subject: 'authorization-response',
  *check(message, flow) {
    if (!message.delivered || wasTakenLater(message, flow.responses)) return;
    const failure = failureOf(message.exchange);
    if (failure === null) return;
    const { method, url } = message.exchange.request;
    yield {
      at: STATUS,
      observed: `${method} ${withoutQuery(url)}: ${failure.seen}.`,
      fix: failure.fix,
      certainty: message.exchange.failure?.reason === 'unknown' ? 'likely' : 'certain',
    };
  },
});

function failureOf(exchange: Exchange): { seen: string; fix: string } | null {
  const { response, failure, request } = exchange;
  if (response) {
    const { status } = response;
    return status !== null && status >= 400 ? byStatus(status, request.method) : null;
  }
  const seen = failure ? UNREACHABLE[failure.reason] : undefined;
  const word = failure?.text ? ` (${failure.text})` : '';
  return seen === undefined
    ? null
    : {
        seen: `${seen}${word}`,
        fix: 'Start the application at the host and port of its redirect URI.',
      };
}

function byStatus(status: number, method: string): { seen: string; fix: string } {
  const seen = `HTTP ${status}`;
  if (status === 404) {
    return {
      seen,
      fix: 'Add a route for the callback, or let the server of a single-page application answer it with its index page.',
    };
  }
  if (status === 405) {
    return {
      seen,
      fix: `Let the callback route accept ${method}, as response_mode=form_post needs POST.`,
    };
  }
  return status >= 500
    ? { seen, fix: 'Look at the log of the application: it failed while it handled the response.' }
    : {
        seen,
        fix: 'Look at the log of the application: it refused the response, mostly because the stored state or a cookie of the login was gone.',
      };
}

/** The same response, loaded again with success. */
function wasTakenLater(
  message: AuthorizationResponse,
  responses: readonly AuthorizationResponse[],
): boolean {
  const code = message.params.get('code');
  return responses.some(
    ({ exchange, params, delivered }) =>
      delivered &&
      code !== undefined &&
      params.get('code') === code &&
      exchange.startedAt > message.exchange.startedAt &&
      exchange.response !== null &&
      !isError(exchange.response),
  );
}
