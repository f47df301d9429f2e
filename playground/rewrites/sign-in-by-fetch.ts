import { htmlPage } from '../html.ts';
import {
  header,
  type ProxiedResponse,
  type Rewrite,
  withHeader,
  withoutHeaders,
} from '../proxy.ts';
import { answer, isAuthorization } from './requests.ts';

const MARK = 'X-Requested-With';

/**
 * Puts a sign-in page in front of the authorization endpoint. The page asks the endpoints by fetch,
 * and the answers are JSON: the address to go to, or what is wrong.
 */
export const signInByFetch: Rewrite = async (request, forward) => {
  if (header(request.headers, MARK) !== null) return inJson(await forward(request));
  if (!isAuthorization(request)) return forward(request);
  return answer(request, 200, 'text/html; charset=utf-8', signInPage);
};

function inJson(response: ProxiedResponse): ProxiedResponse {
  const { status } = response;
  const location = header(response.headers, 'location');
  const [, reason = ''] =
    /error_description<\/strong>: ([^<]*)/.exec(response.body.toString()) ?? [];
  const refusal = { success: false, message: reason.replaceAll('&#39;', "'") };
  const headers = withHeader(
    withoutHeaders(response.headers, (name) => name === 'location'),
    'Content-Type',
    'application/json; charset=utf-8',
  );
  const [code, said] = location === null ? [status, refusal] : [200, { redirectTo: location }];
  return { status: code, headers, body: Buffer.from(JSON.stringify(said)) };
}

const signInPage = htmlPage({
  title: 'Sign in',
  body: `<h1>Sign in</h1>
<form autocomplete="off">
<p><label>Name <input name="login" value="ada"></label></p>
<p><label>Password <input name="password" type="password" value="invented-password"></label></p>
<button id="sign-in" type="button">Sign in and allow</button>
</form>
<output id="status"></output>
<script>
const ask = async (url) => {
  const signsIn = new URL(url, location).pathname.startsWith('/login/');
  const body = signsIn ? new URLSearchParams(new FormData(document.querySelector('form'))) : null;
  body?.set('answer', 'sign-in');
  const headers = { Accept: 'application/json', '${MARK}': 'fetch' };
  return (await fetch(url, { method: body ? 'POST' : 'GET', headers, body })).json();
};
document.querySelector('#sign-in').addEventListener('click', async () => {
  let answer = await ask(location.href);
  const isHere = ({ redirectTo }) => redirectTo && new URL(redirectTo, location).origin === location.origin;
  while (isHere(answer)) answer = await ask(answer.redirectTo);
  if (answer.redirectTo) location.assign(answer.redirectTo);
  else {
    document.querySelector('#status').textContent = answer.message;
    document.documentElement.dataset.state = 'error-page';
  }
});
</script>`,
});
