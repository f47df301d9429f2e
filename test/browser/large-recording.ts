interface Draft {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status?: number;
  readonly answer?: Readonly<Record<string, string>>;
  readonly text?: string;
}

const APP = 'https://app.example.com';
const JSON_ANSWER = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': APP };

function listOf(fields: Readonly<Record<string, string>> = {}) {
  return Object.entries(fields).map(([name, value]) => ({ name, value }));
}

function entryOf(draft: Draft, startedAt: number): object {
  const { method = 'GET', url, headers, body, status = 200, answer, text = '' } = draft;
  const mimeType = answer?.['Content-Type'] ?? 'text/html';
  const sent = body && { mimeType: 'application/x-www-form-urlencoded', text: body };
  const common = { httpVersion: 'HTTP/2', cookies: [], headersSize: -1, bodySize: -1 };
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: 40,
    request: {
      ...common,
      method,
      url,
      headers: listOf(headers),
      queryString: [],
      ...(sent && { postData: sent }),
    },
    response: {
      ...common,
      status,
      statusText: '',
      headers: listOf(answer),
      content: { size: text.length, mimeType, text },
      redirectURL: answer?.Location ?? '',
    },
    cache: {},
    timings: { send: 0, wait: 40, receive: 0 },
  };
}

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
  const start = Date.UTC(2026, 0, 5, 9);
  const drafts = Array.from({ length: logins }, (_, login) => loginOf(login)).flat();
  const entries = drafts.map((draft, index) => entryOf(draft, start + index * 300));
  const creator = { name: 'WebInspector', version: '537.36' };
  return JSON.stringify({ log: { version: '1.2', creator, pages: [], entries } });
}
