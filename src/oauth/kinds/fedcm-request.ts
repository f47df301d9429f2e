import { headerValue } from '../../http/headers.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { stringMember } from '../values/json.ts';

/** Federated Credential Management API, "identity provider HTTP API": the purpose of a request. */
type FedcmStep =
  | 'well-known'
  | 'config'
  | 'accounts'
  | 'client-metadata'
  | 'assertion'
  | 'disconnect';

/** A request that the browser itself sends to an identity provider; pages cannot see it. */
export interface FedcmRequest extends MessageBase {
  readonly kind: 'fedcm-request';
  readonly step: FedcmStep;
  /** The token from the assertion endpoint, usually an ID token. */
  readonly token: string | null;
  /** The error code of the assertion endpoint; null when there is none. */
  readonly error: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'fedcm-request': FedcmRequest;
  }
}

const WELL_KNOWN = /\/\.well-known\/web-identity$/;

function stepOf(view: ExchangeView): FedcmStep | null {
  const { endpoint, responseJson: json, query, body } = view;
  const { method } = view.exchange.request;
  if (WELL_KNOWN.test(endpoint)) return 'well-known';
  if (method === 'POST' && view.bodyFormat === 'form') {
    if (body.has('account_id') && body.has('client_id')) return 'assertion';
    return body.has('account_hint') && body.has('client_id') ? 'disconnect' : null;
  }
  if (method !== 'GET') return null;
  if (json && typeof json.id_assertion_endpoint === 'string') return 'config';
  if (json && Array.isArray(json.accounts)) return 'accounts';
  if (query.has('client_id')) return 'client-metadata';
  // A provider without a session answers only the accounts request with an error.
  return view.exchange.response?.status === 401 ? 'accounts' : null;
}

function errorOf({ responseJson: json }: ExchangeView): string | null {
  const error = json?.error;
  if (typeof error !== 'object' || error === null) return stringMember(json, 'error');
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'an error without a code';
}

/** Federated Credential Management API: recognised by `Sec-Fetch-Dest: webidentity`. */
function recogniseFedcm(view: ExchangeView): FedcmRequest | null {
  const { exchange } = view;
  const destination = headerValue(exchange.request.headers, 'sec-fetch-dest');
  if (destination !== 'webidentity' && !WELL_KNOWN.test(view.endpoint)) return null;
  const step = stepOf(view);
  if (step === null) return null;
  return {
    kind: 'fedcm-request',
    exchange,
    params: exchange.request.method === 'POST' ? view.body : view.query,
    preflight: null,
    step,
    token: step === 'assertion' ? stringMember(view.responseJson, 'token') : null,
    error: errorOf(view),
  };
}

export default defineKind({
  kind: 'fedcm-request',
  word: 'FedCM request',
  lanes: ['user agent', 'authorization server'],
  sentBy: 'browser',
  signs: { path: /\.well-known\/web-identity/ },
  turn: 'first',
  recognise: recogniseFedcm,
  judgedAlone: () => true,
  grant: { of: 'first', is: 'fedcm' },
});
