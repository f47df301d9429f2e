import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { escapeHtml, htmlPage } from '../html.ts';
import { readBody, sendHtml } from '../http.ts';
import { clientIdOf } from '../scenario.ts';
import type { createBroker } from './broker.ts';

/** Serves `/login/:uid`: a prefilled form, one click to log in, one to refuse. */
export async function serveLoginPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid, params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    sendHtml(response, 200, loginPage(uid, String(params.client_id)), {
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Frame-Options': 'DENY',
    });
    return;
  }
  const form = new URLSearchParams((await readBody(request)).toString());
  const result =
    form.get('answer') === 'sign-in'
      ? loggedIn(params)
      : { error: 'access_denied', error_description: 'the person cancelled the login' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/** Serves the login page of the client whose users another server logs in. */
export async function serveBrokeredLogin(
  provider: Provider,
  broker: ReturnType<typeof createBroker>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', provider.issuer);
  if (pathname === '/login/broker') return broker.receive(request, response);
  const { uid, params } = await provider.interactionDetails(request, response);
  const isBroken = params.client_id === clientIdOf('federated-broken');
  if (params.client_id !== clientIdOf('federated-login') && !isBroken)
    return serveLoginPage(provider, request, response);
  if (searchParams.has('failed')) {
    const error_description = 'could not exchange the code of the identity provider for tokens';
    const result = { error: 'server_error', error_description };
    return provider.interactionFinished(request, response, result);
  }
  if (!broker.redeem(searchParams.get('ticket') ?? ''))
    return broker.send(uid, response, isBroken ? 'secret-of-last-year' : undefined);
  const options = { mergeWithLastSubmission: false };
  await provider.interactionFinished(request, response, loggedIn(params), options);
}

/** Answers all prompts at once, and says how the user logged in when the client asked. */
function loggedIn({ acr_values }: Readonly<Record<string, unknown>>) {
  const acr = typeof acr_values === 'string' ? { acr: acr_values.split(' ')[0] } : {};
  return { login: { accountId: 'ada', remember: true, ...acr }, consent: {}, create: {} };
}

function loginPage(uid: string, clientId: string): string {
  return htmlPage({
    title: 'Sign in',
    body: `<h1>Sign in to continue to ${escapeHtml(clientId)}</h1>
<form method="post" action="/login/${escapeHtml(uid)}" autocomplete="off">
<p><label>Name <input name="login" value="ada"></label></p>
<p><label>Password <input name="password" type="password" value="invented-password"></label></p>
<button id="sign-in" name="answer" value="sign-in">Sign in and allow</button>
<button id="cancel" name="answer" value="cancel">Cancel</button>
</form>`,
  });
}
