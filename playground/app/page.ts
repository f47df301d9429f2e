import type { JWK } from 'jose';
import type { Addresses } from '../addresses.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import { clientIdAt, redirectUriOf } from '../provider/clients.ts';
import type { Scenario } from '../scenario.ts';
import { serverLoginOf } from './server-logins.ts';

/** Settings of the page's script. They are in the page as JSON. */
export interface PageSettings {
  readonly issuer: string;
  readonly api: string;
  readonly upstream: string;
  readonly clients: Readonly<Record<string, ClientSettings>>;
  /** Parameters of an authorization response that came as a POST. */
  readonly posted: string | null;
  /** Signs for every client. The key is invented and lasts until the playground ends. */
  readonly clientKey: JWK;
}

/** One scenario's client as it is registered. */
export interface ClientSettings {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Issuer of the server at which it logs in. */
  readonly issuer: string;
  readonly library: Scenario['client'];
  /** Address at which the app's server begins the login, if it is the client. */
  readonly serverLogin: string;
}

interface Shown {
  readonly addresses: Addresses;
  readonly scenarios: readonly Scenario[];
  readonly clientKey: JWK;
}

/** The app's only page: one button per scenario, and the result of the last one. */
export function appPage(
  { addresses, scenarios, clientKey }: Shown,
  posted: string | null = null,
): string {
  const settings: PageSettings = {
    issuer: addresses.issuer,
    api: addresses.api,
    upstream: addresses.upstream,
    clients: Object.fromEntries(scenarios.map((it) => [it.name, settingsOf(it, addresses)])),
    posted,
    clientKey,
  };
  const rows = scenarios.map(
    ({ name, title, sentence }) =>
      `<li><button data-scenario="${name}">${escapeHtml(title)}</button> <span>${escapeHtml(sentence)}</span></li>`,
  );
  return htmlPage({
    title: 'Grantscope playground',
    body: `<h1>Grantscope playground</h1>
<p>Open the OAuth tab of DevTools, then press a button.</p>
<output id="status" data-state="idle">Nothing has happened yet.</output>
<ul>
${rows.join('\n')}
</ul>
<script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/client.js"></script>`,
  });
}

/** A page of the app's server without script, on which a scenario has ended. */
export function endPage(scenario: string, ok: boolean, text: string): string {
  return htmlPage({
    title: 'Grantscope playground',
    data: { scenario, state: 'done' },
    body: `<h1>Grantscope playground</h1>
<output id="status" data-state="${ok ? 'done' : 'failed'}">${escapeHtml(text)}</output>
<p><a href="/">Back to the scenarios</a></p>`,
  });
}

function settingsOf({ name, client, server }: Scenario, addresses: Addresses): ClientSettings {
  return {
    clientId: clientIdAt(name, addresses),
    redirectUri: redirectUriOf({ name, client }, addresses),
    issuer: server === 'upstream' ? `${addresses.upstream}/` : addresses[server],
    library: client,
    serverLogin: serverLoginOf(name, addresses).start,
  };
}
