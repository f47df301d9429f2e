import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendHtml } from '../http.ts';
import { createBackend } from './backend.ts';
import type { BackendSetting } from './backend-client.ts';
import { endPage } from './page.ts';
import { homePage } from './server-pages.ts';

/** Answers a request of one method and path. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
) => Promise<void> | void;

/** Routes of the logins that the app's server does itself. */
export function serverRoutes(setting: BackendSetting): readonly (readonly [string, Route])[] {
  const backend = createBackend(setting);
  const login: Route = (_request, response, query) => backend.login(nameIn(query), response);
  return [
    ['GET /server/login', login],
    ['GET /server/picture', login],
    ['GET /shop/login', login],
    [
      'GET /server/welcome',
      (_request, response, query) => backend.welcome(nameIn(query), response),
    ],
    ['GET /server/callback', backend.callback],
    ['POST /server/callback', backend.callback],
    [
      'GET /server/done',
      (_request, response, query) =>
        sendHtml(response, 200, endPage(nameIn(query), true, 'Logged in at the server.')),
    ],
    [
      'GET /server/home',
      (_request, response, query) => sendHtml(response, 401, homePage(nameIn(query))),
    ],
  ];
}

function nameIn(query: URLSearchParams): string {
  return query.get('scenario') ?? 'server-side';
}
