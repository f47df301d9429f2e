import type { Exchange } from '../../src/http/exchange.ts';
import { NOON, TOKEN_FORM, TOKEN_URL } from './entries.ts';

interface Facts {
  readonly id?: string;
  readonly at?: number;
  readonly duration?: number | null;
  readonly method?: string;
  readonly url?: string;
  readonly form?: Exchange['request']['body'];
  readonly headersComplete?: boolean;
  readonly status?: number | null;
  /** Only the status is unknown. */
  readonly statusLost?: boolean;
  readonly body?: NonNullable<Exchange['response']>['body'];
  readonly failure?: Exchange['failure'];
  readonly delivered?: boolean | null;
}

/** A token request with its answer, as one recorder saw it. */
export function seen(facts: Facts = {}): Exchange {
  const { id = 'live:1', at = 0, duration = 40, method = 'POST', url = TOKEN_URL } = facts;
  const { form = { text: TOKEN_FORM }, headersComplete = true, status = 200 } = facts;
  const { body = { text: '{"access_token":"at-1"}' }, failure = null, delivered = null } = facts;
  const host = headersComplete ? [{ name: 'Host', value: 'as.example.com' }] : [];
  const answered = {
    statusText: '',
    headers: [{ name: 'Content-Type', value: 'application/json' }],
    headersComplete: true,
    body,
  };
  return {
    id,
    startedAt: NOON + at,
    duration,
    destination: 'empty',
    mode: 'cors',
    preflight: false,
    request: { method, url, headers: host, headersComplete, body: form },
    response: status === null ? null : { status: facts.statusLost ? null : status, ...answered },
    failure,
    delivered,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}
