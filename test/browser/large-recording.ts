import { APP, type Draft, harOf, JSON_ANSWER } from './har-drafts.ts';

const PAGE = '<p>lorem ipsum dolor sit amet</p>'.repeat(700);

/** A login with six messages: request, response, tokens, and three calls of an API. */
function loginOf(login: number): readonly Draft[] {
  const [state, code] = [`state-${login}-x8Kq2Ww9`, `code-${login}-ZpQ92mLkR4`];
  const client = { client_id: `shop-${login}`, redirect_uri: `${APP}/callback` };
  const asked = { response_type: 'code', ...client, scope: 'openid cargo:read', state };
  const back = `${APP}/callback?${new URLSearchParams({ code, state })}`;
  const form = { grant_type: 'authorization_code', code, ...client };
  const token = `at-${login}-2YotnFZFEjr1zCsicMWpAA`;
  const orders = Array.from({ length: 200 }, (_, index) => ({ id: index, note: `order ${index}` }));
  const call = (part: number): Draft => ({
    url: `https://api.example.com/orders?part=${part}`,
    headers: { Authorization: `Bearer ${token}`, Origin: APP },
    answer: JSON_ANSWER,
    text: JSON.stringify({ owner: `user-${login}`, part, orders }),
  });
  return [
    {
      url: `https://as.example.com/authorize?${new URLSearchParams(asked)}`,
      status: 302,
      answer: { Location: back },
    },
    { url: back, answer: { 'Content-Type': 'text/html' }, text: PAGE },
    {
      method: 'POST',
      url: 'https://as.example.com/token',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: APP },
      body: new URLSearchParams(form).toString(),
      answer: JSON_ANSWER,
      text: JSON.stringify({ access_token: token, token_type: 'Bearer' }),
    },
    call(1),
    call(2),
    call(3),
  ];
}

/** Logins of an invented shop, six messages each, as a HAR file. */
export function largeRecording(logins: number): string {
  return harOf(Array.from({ length: logins }, (_, login) => loginOf(login)).flat());
}
