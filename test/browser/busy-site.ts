import { openSite } from './site-server.ts';

/** A single-page app whose every call carries a token, and its authorization server. */
export interface BusySite {
  readonly url: string;
  close(): Promise<void>;
}

/** How many calls with a token the page makes, six at a time. */
export const CALLS = 1_500;
/** The page sends the failing token request after this many answers. */
const FIRST = 900;

/** `window.busy` has the page's progress. Times are milliseconds since the epoch. */
const PAGE = `<!doctype html><title>app</title><button id="start">Start</button><script type="module">
const busy = (window.busy = { calls: 0, refusedAt: null, callsThen: null, endedAt: null });
const form = (code) => ({ method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', client_id: 's6BhdRkqt3', redirect_uri: location.origin + '/cb', code }) });
async function redeemBadCode() {
  await (await fetch('/token', form('c-bad'))).text();
  Object.assign(busy, { refusedAt: Date.now(), callsThen: busy.calls });
}
async function callInTurn(token) {
  for (let next = started++; next < ${CALLS}; next = started++) {
    const answer = await fetch('/api/items/' + next, { headers: { authorization: 'Bearer ' + token } });
    await answer.json();
    busy.calls += 1;
    if (busy.calls === ${FIRST}) void redeemBadCode();
  }
}
let started = 0;
document.querySelector('#start').onclick = async () => {
  const { access_token } = await (await fetch('/token', form('c-good'))).json();
  await Promise.all(Array.from({ length: 6 }, () => callInTurn(access_token)));
  busy.endedAt = Date.now();
};
</script>`;

function answerOf(url: string, body: string): { status: number; type: string; text: string } {
  const json = { status: 200, type: 'application/json' };
  if (url.startsWith('/api/')) return { ...json, text: JSON.stringify({ item: url }) };
  if (url !== '/token') return { status: 200, type: 'text/html', text: PAGE };
  if (body.includes('c-good')) {
    return { ...json, text: '{"access_token":"at-busy-1","token_type":"Bearer"}' };
  }
  return { ...json, status: 400, text: '{"error":"invalid_grant"}' };
}

/** Starts the site on a free port of localhost. */
export async function startBusySite(): Promise<BusySite> {
  const { origin, close } = await openSite(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { status, type, text } = answerOf(request.url ?? '/', body);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
  });
  return {
    url: `${origin}/`,
    close,
  };
}
