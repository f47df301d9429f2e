import type { Server } from 'node:http';
import type { Addresses } from './addresses.ts';
import { listen, portOf, stop } from './http.ts';

/** The servers of the playground, listening but not yet answering. */
export interface Servers {
  readonly app: Server;
  /** What browsers take for the authorization server. */
  readonly front: Server;
  readonly api: Server;
  /** The authorization server itself. */
  readonly back: Server;
}

// The last one is only reserved, as an address where nothing listens.
const usual = [4400, 4401, 4402, 0, 4403] as const;
const random = [0, 0, 0, 0, 0] as const;

/** Opens the usual ports; random ones when asked to, or when one of the usual is taken. */
export async function openPorts(
  ports: 'usual' | 'random',
): Promise<{ servers: Servers; addresses: Addresses }> {
  const opened = (ports === 'usual' ? await tryPorts(usual) : null) ?? (await tryPorts(random));
  const [app, front, api, back, closed] = opened ?? [];
  if (!app || !front || !api || !back || !closed) throw new Error('no free ports on localhost');
  const addresses = {
    app: originOf(app),
    issuer: originOf(front),
    api: originOf(api),
    closed: originOf(closed),
  };
  await stop(closed);
  return { servers: { app, front, api, back }, addresses };
}

async function tryPorts(wanted: readonly number[]): Promise<readonly Server[] | null> {
  const results = await Promise.allSettled(wanted.map(listen));
  const opened = results.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
  if (opened.length === wanted.length) return opened;
  await Promise.all(opened.map(stop));
  return null;
}

function originOf(server: Server): string {
  return `http://localhost:${portOf(server)}`;
}
