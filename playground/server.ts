import type Provider from 'oidc-provider';
import type { Addresses } from './addresses.ts';
import { createApi } from './api.ts';
import { createApp } from './app/app.ts';
import { bundleClient } from './app/bundle.ts';
import { clientDocument, documentPath } from './app/client-document.ts';
import { createAuthorizationServers } from './authorization-servers.ts';
import { atTheFront } from './front.ts';
import { type Handler, portOf, sendRedirect, sendText, serve, stop } from './http.ts';
import { openPorts, type Servers } from './ports.ts';
import { answerDevice } from './provider/approval.ts';
import { createBroker } from './provider/broker.ts';
import { type Detour, fetchFrom } from './provider/fetch-from.ts';
import { serveBrokeredLogin, serveLoginPage } from './provider/login-page.ts';
import { createClientKey } from './provider/signing-key.ts';
import { Store } from './provider/store.ts';
import { proxy, type Rewrite } from './proxy.ts';
import { rewriteOf } from './rewrites.ts';
import type { Scenario } from './scenario.ts';
import { playable as scenarios } from './scenarios.ts';

/** A running playground. */
export interface Playground {
  readonly url: string;
  readonly issuer: string;
  readonly api: string;
  /** The second authorization server. */
  readonly upstream: string;
  /** The third authorization server, with TLS. */
  readonly secure: string;
  readonly scenarios: readonly Scenario[];
  /** Routes of the app's server, such as `GET /`. */
  readonly routes: readonly string[];
  close(): Promise<void>;
}

interface Options {
  /** `usual` falls back to random ports when the usual ones are in use. */
  readonly ports?: 'usual' | 'random';
  /** `fresh` forgets all sessions before each scenario, whatever the scenario says. */
  readonly session?: 'remembered' | 'fresh';
  /** Origin of a proxy through which the app's server reaches the authorization server. */
  readonly backChannel?: string;
  /** A proxy through which the authorization server reaches clients. */
  readonly detour?: (addresses: Addresses) => Detour;
}

/** Starts app, authorization server and resource server on localhost, each on its own port. */
export async function startPlayground({
  ports = 'usual',
  session = 'remembered',
  backChannel,
  detour,
}: Options = {}): Promise<Playground> {
  const { servers, addresses } = await openPorts(ports);
  const close = async () => {
    await Promise.all(Object.values(servers).map(stop));
  };
  try {
    const routes = await answerOn(servers, addresses, {
      session,
      backChannel: backChannel ?? null,
      detour: detour?.(addresses) ?? null,
    });
    const { app, issuer, api, upstream, secure } = addresses;
    return { url: `${app}/`, issuer, api, upstream, secure, scenarios, routes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Chosen {
  readonly session: 'remembered' | 'fresh';
  readonly backChannel: string | null;
  readonly detour: Detour | null;
}

async function answerOn(
  servers: Servers,
  addresses: Addresses,
  { session: sessions, backChannel, detour }: Chosen,
): Promise<readonly string[]> {
  const stores = { store: new Store(), upstreamStore: new Store(), secureStore: new Store() };
  const client = await createClientKey();
  const setting = { addresses, scenarios, client, ...stores, detour };
  const { provider, upstream, secure, key } = await createAuthorizationServers(setting);
  const script = await bundleClient();
  const back = portOf(servers.back);
  let rewrite: Rewrite = (request, forward) => forward(request);
  let played = '';
  const arm = ({ name, session }: Scenario) => {
    played = name;
    rewrite = rewriteOf(name, { key, addresses, fetch: fetchFrom(addresses, detour) });
    if (session === 'remembered' && sessions === 'remembered') return;
    for (const store of Object.values(stores)) store.forgetSessions();
  };

  const app = createApp({
    addresses,
    scenarios,
    script,
    clientKey: client.jwk,
    backChannel,
    arm,
    answerDevice: (userCode, answer) => answerDevice(provider, userCode, answer),
  });
  serve(servers.app, app.answer);
  serve(servers.front, (request, response) =>
    proxy(request, response, back, atTheFront(rewrite, addresses.app)),
  );
  serve(
    servers.api,
    createApi({
      providers: [provider, upstream],
      addresses,
      key: key.publicKey,
      played: () => played,
    }),
  );
  const broker = createBroker(addresses);
  serve(
    servers.back,
    withLogin(provider, (request, response) =>
      serveBrokeredLogin(provider, broker, request, response),
    ),
  );
  serve(
    servers.upstream,
    withLogin(upstream, (request, response) => serveLoginPage(upstream, request, response)),
  );
  const answerSecurely = withLogin(secure, (request, response) =>
    serveLoginPage(secure, request, response),
  );
  serve(servers.secure, async (request, response) => {
    if (request.url === documentPath)
      return sendText(response, 200, clientDocument(addresses), 'application/json');
    // The app behind TLS takes the request for a plain one.
    if (request.url?.startsWith('/server/'))
      return sendRedirect(response, addresses.appByName + request.url);
    return answerSecurely(request, response);
  });
  return app.routes;
}

/** An authorization server together with its login page. */
function withLogin(provider: Provider, login: Handler): Handler {
  const answer = provider.callback();
  return (request, response) =>
    (request.url?.startsWith('/login/') ? login : answer)(request, response);
}
