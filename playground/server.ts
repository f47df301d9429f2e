import type { Server } from 'node:http';
import type { Addresses } from './addresses.ts';
import { serveApi } from './api.ts';
import { createApp } from './app/app.ts';
import { bundleClient } from './app/bundle.ts';
import { bendOf } from './bends.ts';
import { listen, portOf, stop } from './http.ts';
import { serveLoginPage } from './provider/login-page.ts';
import { createProvider } from './provider/provider.ts';
import { createSigningKey } from './provider/signing-key.ts';
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
}

type Handler = Parameters<typeof listen>[1];

/** Starts app, authorization server and resource server on localhost, each on its own port. */
export async function startPlayground({ ports = 'usual' }: Options = {}): Promise<Playground> {
  // Handlers need the addresses, the addresses need the ports: so the servers come first.
  const handlers: [Handler, Handler, Handler, Handler] = [notYet, notYet, notYet, notYet];
  const servers = await openServers(ports, handlers);
  const [app, front, api, back, closed] = servers.map(portOf);
  const addresses: Addresses = {
    app: `http://localhost:${app}`,
    issuer: `http://localhost:${front}`,
    api: `http://localhost:${api}`,
    closed: `http://localhost:${closed}`,
  };
  await Promise.all(servers.splice(4).map(stop));
  const key = await createSigningKey();
  const store = new Store();
  const provider = createProvider({ addresses, scenarios, key, store });
  const answer = provider.callback();
  let bend: Bend = (request, forward) => forward(request);

  handlers[0] = createApp({
    addresses,
    scenarios,
    script: await bundleClient(),
    arm: ({ name, session }) => {
      bend = bendOf(name, key);
      if (session === 'fresh') store.forgetSessions();
    },
  });
  handlers[1] = (request, response) =>
    proxy(request, response, back ?? 0, preflightsEachTime(bend));
  handlers[2] = (request, response) => serveApi(provider, addresses.app, request, response);
  handlers[3] = (request, response) =>
    request.url?.startsWith('/login/')
      ? serveLoginPage(provider, request, response)
      : answer(request, response);

  return {
    url: `${addresses.app}/`,
    issuer: addresses.issuer,
    api: addresses.api,
    scenarios,
    close: async () => {
      await Promise.all(servers.map(stop));
    },
  };
}

const usualPorts = [4400, 4401, 4402, 0, 4403];

async function openServers(ports: 'usual' | 'random', handlers: readonly Handler[]) {
  const open = (wanted: readonly number[]) =>
    Promise.allSettled(
      wanted.map((port, index) => listen(port, (...args) => (handlers[index] ?? notYet)(...args))),
    );
  const first = ports === 'usual' ? servers(await open(usualPorts)) : [];
  if (first.length === usualPorts.length) return first;
  await Promise.all(first.map(stop));
  const random = servers(await open([0, 0, 0, 0, 0]));
  if (random.length === usualPorts.length) return random;
  throw new Error('the playground found no free ports on localhost');
}

function servers(results: readonly PromiseSettledResult<Server>[]): Server[] {
  return results.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
}

/** Browsers remember preflights (Fetch section 4.9); here each run is to show its own. */
function preflightsEachTime(bend: Bend): Bend {
  return async (request, forward) => {
    const response = await bend(request, forward);
    if (request.method !== 'OPTIONS') return response;
    return { ...response, headers: withHeader(response.headers, 'Access-Control-Max-Age', '0') };
  };
}

async function notYet(): Promise<void> {
  throw new Error('still starting');
}
