import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page, and a token endpoint that answers on the test's command. */
export interface SlowSite {
  readonly url: string;
  /** Expression that calls the token endpoint and returns the text of its answer. */
  readonly askSlowly: string;
  readonly text: string;
  asked(): boolean;
  answer(): void;
  close(): Promise<void>;
}

/** Starts the site on a free port of localhost. */
export async function startSlowSite(): Promise<SlowSite> {
  const text = '{"access_token":"at-slow-1","token_type":"Bearer"}';
  let waiting: http.ServerResponse | null = null;
  const server = http.createServer((request, response) => {
    if (request.method === 'POST') waiting = response;
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>ok</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    askSlowly: `fetch('/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'c-slow-1' }),
    }).then((answer) => answer.text())`,
    text,
    asked: () => waiting !== null,
    answer: () => {
      waiting?.writeHead(200, { 'content-type': 'application/json' }).end(text);
      waiting = null;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
