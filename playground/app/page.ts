import type { JWK } from 'jose';
import type { Addresses } from '../addresses.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import { clientIdAt, redirectUriOf } from '../provider/clients.ts';
import type { Scenario } from '../scenario.ts';
import { serverLoginOf } from './server-logins.ts';

/** Settings of the page's script. */
export interface PageSettings {
  readonly issuer: string;
  readonly api: string;
  readonly upstream: string;
  readonly clients: Readonly<Record<string, ClientSettings>>;
  /** The buttons of the page. */
  readonly scenarios: readonly Pick<Scenario, 'name' | 'title' | 'sentence'>[];
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

/**
 * The script with the settings. They are not in the page, so that captures, which leave scripts out,
 * stay small.
 */
export function settingsScript({ addresses, scenarios, clientKey }: Shown): string {
  const settings: PageSettings = {
    issuer: addresses.issuer,
    api: addresses.api,
    upstream: addresses.upstream,
    clients: Object.fromEntries(scenarios.map((it) => [it.name, settingsOf(it, addresses)])),
    scenarios: scenarios.map(({ name, title, sentence }) => ({ name, title, sentence })),
    clientKey,
  };
  return `globalThis.playground = ${JSON.stringify(settings)};`;
}

/**
 * The app's only page: one button per scenario, and the result of the last one. `posted` holds the
 * parameters of an authorization response that came as a POST.
 */
export function appPage(posted: string | null = null): string {
  return htmlPage({
    title: 'Grantscope playground',
    body: `<h1>Grantscope playground</h1>
<p>Open the OAuth tab of DevTools, then press a button.</p>
<output id="status" data-state="idle">Nothing has happened yet.</output>
<ul id="scenarios"></ul>
<script type="application/json" id="posted">${JSON.stringify(posted).replaceAll('<', '\\u003c')}</script>
<script src="/settings.js"></script>
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

/** The page on which an application that stays tells its users of an error. */
export function sorryPage(why: string): string {
  return htmlPage({
    title: 'Something went wrong',
    data: { scenario: '', state: 'done' },
    body: `<h1>Something went wrong</h1>
<output id="status" data-state="failed">${escapeHtml(why)}</output>
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
