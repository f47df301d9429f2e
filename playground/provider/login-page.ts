import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { escapeHtml, htmlPage } from '../html.ts';
import { readBody, sendHtml } from '../http.ts';

/** Serves `/login/:uid`: one prefilled form, one click to log in, one to say no. */
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
      ? { login: { accountId: 'ada', remember: true }, consent: {} }
      : { error: 'access_denied', error_description: 'the person cancelled the login' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
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
