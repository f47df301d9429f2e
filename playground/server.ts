import type { Addresses } from './addresses.ts';
import { serveApi } from './api.ts';
import { createApp } from './app/app.ts';
import { bundleClient } from './app/bundle.ts';
import { bendOf } from './bends.ts';
import { portOf, serve, stop } from './http.ts';
import { openPorts, type Servers } from './ports.ts';
import { answerDevice } from './provider/approval.ts';
import { serveLoginPage } from './provider/login-page.ts';
import { createProvider } from './provider/provider.ts';
import { createClientKey, createSigningKey } from './provider/signing-key.ts';
import { Store } from './provider/store.ts';
import { type Bend, proxy, withHeader } from './proxy.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

/** A running playground. */
export interface Playground {
  readonly url: string;
  readonly issuer: string;
  readonly api: string;
  readonly scenarios: readonly Scenario[];
  close(): Promise<void>;
}

interface Options {
  /** `usual` takes random ports too when the usual ones are in use. */
  readonly ports?: 'usual' | 'random';
  /** `fresh` lets nobody be logged in when a scenario starts, whatever the scenario says. */
  readonly session?: 'remembered' | 'fresh';
  /** Origin of a proxy through which the app's server reaches the authorization server. */
  readonly backChannel?: string;
}

/** Starts app, authorization server and resource server on localhost, each on its own port. */
export async function startPlayground({
  ports = 'usual',
  session = 'remembered',
  backChannel,
}: Options = {}): Promise<Playground> {
  const { servers, addresses } = await openPorts(ports);
  const close = async () => {
    await Promise.all(Object.values(servers).map(stop));
  };
  try {
    await answerOn(servers, addresses, { session, backChannel: backChannel ?? null });
  } catch (error) {
    await close();
    throw error;
  }
  const { app, issuer, api } = addresses;
  return { url: `${app}/`, issuer, api, scenarios, close };
}

async function answerOn(
  servers: Servers,
  addresses: Addresses,
  {
    session: sessions,
    backChannel,
  }: { readonly session: 'remembered' | 'fresh'; readonly backChannel: string | null },
): Promise<void> {
  const key = await createSigningKey();
  const store = new Store();
  const clientKey = await createClientKey();
  const provider = createProvider({ addresses, scenarios, key, clientKey, store });
  const answer = provider.callback();
  const script = await bundleClient();
  const back = portOf(servers.back);
  let bend: Bend = (request, forward) => forward(request);
  const arm = ({ name, session }: Scenario) => {
    bend = bendOf(name, key);
    if (session === 'fresh' || sessions === 'fresh') store.forgetSessions();
  };

  serve(
    servers.app,
    createApp({
      addresses,
      scenarios,
      script,
      clientKey,
      backChannel,
      arm,
      answerDevice: (userCode, answer) => answerDevice(provider, userCode, answer),
    }),
  );
  serve(servers.front, (request, response) =>
    proxy(request, response, back, preflightsEachTime(bend)),
  );
  serve(servers.api, (request, response) => serveApi(provider, addresses, request, response));
  serve(servers.back, (request, response) =>
    request.url?.startsWith('/login/')
      ? serveLoginPage(provider, request, response)
      : answer(request, response),
  );
}

/** Browsers remember preflights (Fetch section 4.9); here each run is to show its own. */
function preflightsEachTime(bend: Bend): Bend {
  return async (request, forward) => {
    const response = await bend(request, forward);
    if (request.method !== 'OPTIONS') return response;
    return { ...response, headers: withHeader(response.headers, 'Access-Control-Max-Age', '0') };
  };
}
