import { escapeHtml, htmlPage } from '../html.ts';
import { type Handler, sendHtml } from '../http.ts';
import { CODE_LIFESPAN, clients, type KeycloakAddresses } from './realms.ts';
import type { KeycloakScenario } from './scenario.ts';

/** Settings of the page's script. They are in the page as JSON. */
export interface KeycloakPageSettings {
  readonly server: string;
  readonly realm: string;
  readonly issuer: string;
  readonly clients: typeof clients;
  /** Seconds that a code can be redeemed. */
  readonly codeLifespan: number;
  readonly libraries: Readonly<Record<string, KeycloakScenario['library']>>;
}

const PATHS = /^\/(?:callback|silent|again|logged-out|device)?$/;

interface App {
  readonly addresses: KeycloakAddresses;
  readonly scenarios: readonly KeycloakScenario[];
  readonly script: string;
}

/** Creates the app's server: one page under several paths, and its script. */
export function createKeycloakApp({ addresses, scenarios, script }: App): Handler {
  const page = pageOf(addresses, scenarios);
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', addresses.app);
    if (pathname === '/client.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
      response.end(script);
      return;
    }
    sendHtml(response, PATHS.test(pathname) ? 200 : 404, page);
  };
}

function pageOf({ server }: KeycloakAddresses, scenarios: readonly KeycloakScenario[]): string {
  const settings: KeycloakPageSettings = {
    server,
    realm: 'app',
    issuer: `${server}/realms/app`,
    clients,
    codeLifespan: CODE_LIFESPAN,
    libraries: Object.fromEntries(scenarios.map(({ name, library }) => [name, library])),
  };
  const buttons = scenarios.map(
    ({ name, sentence }) =>
      `<li><button data-scenario="${name}">${name}</button> <span>${escapeHtml(sentence)}</span></li>`,
  );
  return htmlPage({
    title: 'Grantscope playground with Keycloak',
    body: `<h1>Grantscope playground with Keycloak</h1>
<output id="status" data-state="idle">Nothing has happened yet.</output>
<ul>
${buttons.join('\n')}
</ul>
<script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/client.js"></script>`,
  });
}
