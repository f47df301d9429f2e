import { isError } from '../../http/status.ts';
import { isLoginButton, LOGIN_BUTTON_PATHS } from '../../providers/registry/login-buttons.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';

/**
 * A page asks a provider for its login button or prompt and names the client. Only refusals are
 * recognised: an answer is no step of a login.
 */
export interface LoginButtonRequest extends MessageBase {
  readonly kind: 'login-button-request';
}

declare module '../message.ts' {
  interface MessageTypes {
    'login-button-request': LoginButtonRequest;
  }
}

function recogniseLoginButton({ exchange, query }: ExchangeView): LoginButtonRequest | null {
  const { request, response } = exchange;
  if (request.method !== 'GET' || !query.has('client_id')) return null;
  if (!isError(response) || !isLoginButton(request.url)) return null;
  return { kind: 'login-button-request', exchange, params: query, preflight: null };
}

export default defineKind({
  kind: 'login-button-request',
  word: 'login button request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  signs: { path: LOGIN_BUTTON_PATHS },
  turn: 'first',
  recognise: recogniseLoginButton,
  grant: { of: 'first', is: 'implicit' },
  purposeOf: () => 'login button',
  judgedAlone: () => true,
  failsAlone: true,
});
