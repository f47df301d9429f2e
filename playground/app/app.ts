import type { ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import type { Addresses } from '../addresses.ts';
import { type Handler, readBody, sendHtml, sendText } from '../http.ts';
import type { Answer } from '../provider/approval.ts';
import type { Scenario } from '../scenario.ts';
import { cacheWorker } from './cache-worker.ts';
import { clientDocument, documentPath } from './client-document.ts';
import { redeemHandedCode } from './handed-codes.ts';
import { appPage, endPage, settingsScript, sorryPage } from './page.ts';
import { createRequestObjects } from './request-objects.ts';
import { type Route, serverRoutes } from './server-routes.ts';
import { tokenWorker } from './token-worker.ts';

interface App {
  readonly addresses: Addresses;
  readonly scenarios: readonly Scenario[];
  readonly script: string;
  readonly clientKey: JWK;
  /** Origin of a proxy between the app's server and the authorization server. */
  readonly backChannel: string | null;
  arm(scenario: Scenario): void;
  /**
   * Lets the user answer a device's code in another browser. False when no device shows that code.
   */
  answerDevice(userCode: string, answer: Answer): Promise<boolean>;
}

/** The app's server and its routes, such as `GET /`. */
interface AppServer {
  readonly routes: readonly string[];
  readonly answer: Handler;
}

/**
 * Creates the app's server: one page under several paths, its script, and a confidential client.
 */
export function createApp(app: App): AppServer {
  const requestObjects = createRequestObjects(app.addresses);
  const routes = routesOf(app, requestObjects);
  const answer: Handler = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', app.addresses.app);
    const route = routes.get(`${request.method} ${pathname}`);
    if (route) return route(request, response, searchParams);
    if (requestObjects.serve(request, response)) return;
    return sendHtml(response, 404, endPage('', false, 'There is no such page.'));
  };
  return { routes: [...routes.keys()], answer };
}

function routesOf(
  app: App,
  requestObjects: ReturnType<typeof createRequestObjects>,
): ReadonlyMap<string, Route> {
  const page = appPage();
  const shown: Route = (_request, response) => sendHtml(response, 200, page);
  const silently: Route = async (request, response) => {
    await readBody(request);
    sendText(response, 200, '');
  };
  return new Map<string, Route>([
    ['GET /', shown],
    ['GET /callback', shown],
    [
      'GET /strict/callback',
      (_request, response) =>
        sendHtml(response, 200, page, {
          'Content-Security-Policy': "default-src 'self'; style-src 'unsafe-inline'",
        }),
    ],
    ['GET /silent-callback', shown],
    ['GET /popup-callback', shown],
    ['GET /logged-out', shown],
    [
      'GET /oops',
      (_request, response, query) => sendHtml(response, 500, sorryPage(query.get('why') ?? '')),
    ],
    ['GET /initiate-login', shown],
    [
      'POST /callback',
      async (request, response) => {
        const posted = (await readBody(request)).toString();
        sendHtml(response, 200, appPage(posted));
      },
    ],
    ['GET /settings.js', (_request, response) => sendScript(response, settingsScript(app))],
    ['GET /client.js', (_request, response) => sendScript(response, app.script)],
    ['GET /token-worker.js', (_request, response) => sendScript(response, tokenWorker)],
    ['POST /arm', (_request, response, query) => arm(app, query.get('scenario'), response)],
    [
      'GET /frontchannel-logout',
      (_request, response) =>
        sendHtml(response, 200, endPage('', true, 'The app forgot this session.')),
    ],
    ['POST /backchannel-logout', silently],
    ['POST /ciba-notification', silently],
    [
      `GET ${documentPath}`,
      (_request, response) =>
        sendText(response, 200, clientDocument(app.addresses), 'application/json'),
    ],
    ['POST /elsewhere', (_request, response, query) => elsewhere(app, query, response)],
    ['POST /api/session', redeemHandedCode(app.addresses)],
    ['POST /request-objects', requestObjects.publish],
    ...serverRoutes(app),
    ['GET /pwa/shell', shown],
    [
      'GET /pwa/worker.js',
      (_request, response) => sendScript(response, cacheWorker(app.addresses)),
    ],
    [
      'GET /broken/callback',
      (_request, response) =>
        sendHtml(response, 500, endPage('callback-500', false, 'Internal Server Error')),
    ],
  ]);
}

function sendScript(response: ServerResponse, script: string): void {
  sendText(response, 200, script, 'text/javascript');
}

function arm(app: App, name: string | null, response: ServerResponse): void {
  const scenario = app.scenarios.find((it) => it.name === name);
  if (scenario) app.arm(scenario);
  sendText(response, scenario ? 200 : 404, scenario ? 'armed' : 'there is no such scenario');
}

async function elsewhere(app: App, query: URLSearchParams, response: ServerResponse) {
  const answer = query.get('answer') === 'deny' ? 'deny' : 'approve';
  const done = await app.answerDevice(query.get('shown') ?? '', answer);
  sendText(response, done ? 200 : 404, done ? 'answered' : 'no device shows this');
}
