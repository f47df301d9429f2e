import type { ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import type { Addresses } from '../addresses.ts';
import { type Handler, readBody, sendHtml, sendText } from '../http.ts';
import type { Answer } from '../provider/approval.ts';
import type { Scenario } from '../scenario.ts';
import { createBackend } from './backend.ts';
import { clientDocument, documentPath } from './client-document.ts';
import { appPage, endPage } from './page.ts';
import { createRequestObjects } from './request-objects.ts';
import { tokenWorker } from './token-worker.ts';

interface App {
  readonly addresses: Addresses;
  readonly scenarios: readonly Scenario[];
  readonly script: string;
  readonly clientKey: JWK;
  /** Origin of a proxy between the app's server and the authorization server. */
  readonly backChannel: string | null;
  arm(scenario: Scenario): void;
  /** Lets the person answer a device's code in another browser; false when nobody shows it. */
  answerDevice(userCode: string, answer: Answer): Promise<boolean>;
}

/** The app's server: one page under several paths, its script, and a confidential client. */
export function createApp(app: App): Handler {
  const { addresses } = app;
  const backend = createBackend(app);
  const page = appPage(app);
  const requestObjects = createRequestObjects(addresses);
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', addresses.app);
    switch (`${request.method} ${pathname}`) {
      case 'GET /':
      case 'GET /callback':
      case 'GET /silent-callback':
      case 'GET /popup-callback':
      case 'GET /logged-out':
      case 'GET /initiate-login':
        return sendHtml(response, 200, page);
      case 'POST /callback': {
        const posted = (await readBody(request)).toString();
        return sendHtml(response, 200, appPage(app, posted));
      }
      case 'GET /client.js':
        response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
        response.end(app.script);
        return;
      case 'GET /token-worker.js':
        response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
        response.end(tokenWorker);
        return;
      case 'POST /arm':
        return arm(app, searchParams.get('scenario'), response);
      case 'GET /frontchannel-logout':
        return sendHtml(response, 200, endPage('', true, 'The app forgot this session.'));
      case 'POST /backchannel-logout':
      case 'POST /ciba-notification':
        await readBody(request);
        return sendText(response, 200, '');
      case `GET ${documentPath}`:
        return sendText(response, 200, clientDocument(addresses), 'application/json');
      case 'POST /elsewhere':
        return elsewhere(app, searchParams, response);
      case 'POST /request-objects':
        return requestObjects.publish(request, response);
      case 'GET /server/login':
        return backend.login(searchParams.get('scenario') ?? 'server-side', response);
      case 'GET /server/callback':
        return backend.callback(request, response);
      case 'GET /server/done':
        return sendHtml(
          response,
          200,
          endPage(searchParams.get('scenario') ?? '', true, 'Logged in at the server.'),
        );
      case 'GET /broken/callback':
        return sendHtml(response, 500, endPage('callback-500', false, 'Internal Server Error'));
    }
    if (requestObjects.serve(request, response)) return;
    return sendHtml(response, 404, endPage('', false, 'There is no such page.'));
  };
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
