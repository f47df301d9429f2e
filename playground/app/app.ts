import type { ServerResponse } from 'node:http';
import type { Addresses } from '../addresses.ts';
import { type Handler, readBody, sendHtml } from '../http.ts';
import type { Scenario } from '../scenario.ts';
import { createBackend } from './backend.ts';
import { appPage, endPage } from './page.ts';

interface App {
  readonly addresses: Addresses;
  readonly scenarios: readonly Scenario[];
  readonly script: string;
  arm(scenario: Scenario): void;
}

/** The app's server: one page under several paths, its script, and a confidential client. */
export function createApp(app: App): Handler {
  const { addresses, scenarios } = app;
  const backend = createBackend(addresses);
  const page = appPage(addresses, scenarios);
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', addresses.app);
    switch (`${request.method} ${pathname}`) {
      case 'GET /':
      case 'GET /callback':
      case 'GET /silent-callback':
        return sendHtml(response, 200, page);
      case 'POST /callback': {
        const posted = (await readBody(request)).toString();
        return sendHtml(response, 200, appPage(addresses, scenarios, posted));
      }
      case 'GET /client.js':
        response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
        response.end(app.script);
        return;
      case 'POST /arm':
        return arm(app, searchParams.get('scenario'), response);
      case 'GET /server/login':
        return backend.login(response);
      case 'GET /server/callback':
        return backend.callback(request, response);
      case 'GET /server/done':
        return sendHtml(response, 200, endPage('server-side', true, 'Logged in at the server.'));
      case 'GET /broken/callback':
        return sendHtml(response, 500, endPage('callback-500', false, 'Internal Server Error'));
    }
    return sendHtml(response, 404, endPage('', false, 'There is no such page.'));
  };
}

function arm(app: App, name: string | null, response: ServerResponse): void {
  const scenario = app.scenarios.find((it) => it.name === name);
  if (scenario) app.arm(scenario);
  response.writeHead(scenario ? 200 : 404, {
    'Content-Type': 'text/plain',
    'Cache-Control': 'no-store',
  });
  response.end(scenario ? 'armed\n' : 'there is no such scenario\n');
}
