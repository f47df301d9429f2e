import { openSite, type SiteServer } from './site-server.ts';

const SCRIPT = `
function redeem() {
  return fetch('/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', code: 'c-1', client_id: 'shop' }),
  });
}

document.querySelector('#start').addEventListener('click', () => redeem());
`;

/** A page with a script whose token request is refused. */
export function startInitiatorSite(): Promise<SiteServer> {
  return openSite(({ method, url }, response) => {
    if (method === 'POST') {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end('{"error":"invalid_grant"}');
    } else if (url === '/app.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT);
    } else {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<button id="start">log in</button><script src="/app.js"></script>');
    }
  });
}
