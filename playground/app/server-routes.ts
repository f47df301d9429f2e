import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendHtml, sendRedirect } from '../http.ts';
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
    ['GET /server/banner', (_request, response, query) => backend.banner(nameIn(query), response)],
    [
      'GET /heavy/login',
      (_request, response, query) => backend.loginWithBaggage(nameIn(query), response),
    ],
    ['GET /heavy/callback', backend.callback],
    [
      'GET /server/translated',
      (_request, response) => sendRedirect(response, '/en/server/translated'),
    ],
    [
      'GET /en/server/translated',
      (_request, response) =>
        sendHtml(response, 400, endPage('callback-redirects', false, 'No code was received.')),
    ],
    [
      'GET /server/again',
      (_request, response, query) => sendRedirect(response, `/server/again?${query}`),
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
