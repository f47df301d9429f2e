import type { Server } from 'node:http';
import type { Addresses } from './addresses.ts';
import { createCertificate } from './certificate.ts';
import { type Certificate, listen, portOf, stop } from './http.ts';

/** The servers of the playground, listening but not yet answering. */
export interface Servers {
  readonly app: Server;
  /** The server that browsers take for the authorization server. */
  readonly front: Server;
  readonly api: Server;
  /** The authorization server itself. */
  readonly back: Server;
  /** A second authorization server, without a proxy in front. */
  readonly upstream: Server;
  /** A third one, with TLS. Some libraries accept no other. */
  readonly secure: Server;
}

const names = ['app', 'front', 'api', 'back', 'upstream', 'secure', 'closed'] as const;
// The closed port is only reserved: nothing listens there.
const usual = [4400, 4401, 4402, 0, 4404, 4405, 4403] as const;
const random = [0, 0, 0, 0, 0, 0, 0] as const;

/** Opens the usual ports, or random ones when asked to or when a usual one is taken. */
export async function openPorts(
  ports: 'usual' | 'random',
): Promise<{ servers: Servers; addresses: Addresses }> {
  const certificate = await createCertificate();
  const open = (wanted: readonly number[]) => tryPorts(wanted, certificate);
  const opened = (ports === 'usual' ? await open(usual) : null) ?? (await open(random));
  if (opened === null) throw new Error('no free ports on localhost');
  const { closed, ...servers } = opened;
  const addresses = {
    app: originOf(servers.app),
    appByIp: `http://127.0.0.1:${portOf(servers.app)}`,
    appByName: `http://app.playground.test:${portOf(servers.app)}`,
    appByStrictName: `http://strict.playground.test:${portOf(servers.app)}`,
    appBehindTls: `https://app.playground.test:${portOf(servers.secure)}`,
    issuer: originOf(servers.front),
    issuerByIp: `http://127.0.0.1:${portOf(servers.front)}`,
    api: originOf(servers.api),
    upstream: originOf(servers.upstream),
    secure: `https://localhost:${portOf(servers.secure)}`,
    closed: originOf(closed),
  };
  await stop(closed);
  return { servers, addresses };
}

type Opened = Readonly<Record<(typeof names)[number], Server>>;

async function tryPorts(
  wanted: readonly number[],
  certificate: Certificate,
): Promise<Opened | null> {
  const results = await Promise.allSettled(
    names.map((name, index) =>
      listen(wanted[index] ?? 0, name === 'secure' ? certificate : undefined),
    ),
  );
  const opened = results.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
  if (opened.length === names.length)
    return Object.fromEntries(names.map((name, index) => [name, opened[index]])) as Opened;
  await Promise.all(opened.map(stop));
  return null;
}

function originOf(server: Server): string {
  return `http://localhost:${portOf(server)}`;
}
