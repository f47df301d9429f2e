import type http from 'node:http';
import { openSite } from './site-server.ts';

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
  const { origin, close } = await openSite((request, response) => {
    if (request.method === 'POST') waiting = response;
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>ok</h1>');
  });
  return {
    url: `${origin}/`,
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
    close,
  };
}
