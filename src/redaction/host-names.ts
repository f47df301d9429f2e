import type { Snapshot } from '../analysis/snapshot.ts';
import type { Exchange } from '../http/exchange.ts';
import { isLoopbackHost, parseUrl } from '../http/url.ts';
import { jwtOf } from '../oauth/values/jwt.ts';
import { sharedHost } from '../providers/registry/hosts.ts';

/** What the hosts of a domain do in the recording. */
type Role = 'as' | 'client' | 'api' | 'site';

const HOST = /(?:https?|wss?)(?::|%3A)(?:\/\/|%2F%2F|\\\/\\\/)([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;
const MAX_TEXT = 1_000_000;
/** Labels that say what a host is for, and not whose it is. */
const GENERIC =
  /^(?:www\d?|api|app|apps|auth|login|signin|as|op|rp|server|client|secure|gateway|accounts?|id|idp|identity|sso|oauth2?|oidc|connect|token|portal|admin|my|static|cdn|assets|mail|dev|test|qa|stage|staging|prod|preview|sandbox|local|eu|us|uk|de|\*)$/;
/** Names of a developer's own network, which checks treat otherwise (RFC 6761, RFC 6762). */
const PRIVATE = /\.(test|local|internal|lan|home\.arpa)$/;
/** Suffixes below which everybody may have a name. */
const SUFFIX =
  /(?:^|\.)((?:com?|org|net|gov|edu|ac|or|ne|go)\.[a-z]{2}|github\.io|gitlab\.io|vercel\.app|netlify\.app|web\.app|firebaseapp\.com|pages\.dev|workers\.dev|azurewebsites\.net|herokuapp\.com|onrender\.com|fly\.dev|cloudfront\.net|amazonaws\.com|ngrok\.io|ngrok-free\.app)$/;

/**
 * A stand-in for each host of a recording, and for each domain. Loopback hosts and those that all
 * customers of a provider share stay; a customer's own host at a provider keeps the provider's part.
 */
export function hostStandIns(
  exchanges: readonly Exchange[],
  tokens: Iterable<string>,
  { flows }: Pick<Snapshot, 'flows'>,
): ReadonlyMap<string, string> {
  const hosts = new Set([...exchanges.flatMap(textsOf), ...claimsOf(tokens)].flatMap(hostsIn));
  const roles = rolesOf(exchanges, flows);
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const next = (kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}-${count}`;
  };
  for (const host of [...hosts].sort((a, b) => rank(roles, a) - rank(roles, b))) {
    if (isLoopbackHost(host) || /^[\d.]+$/.test(host)) continue;
    const shared = sharedHost(host);
    if (shared === host) continue;
    if (shared !== null) {
      names.set(host, `${next('tenant')}.${shared}`);
      continue;
    }
    const domain = domainOf(host);
    const end = PRIVATE.exec(host)?.[1] ?? 'example';
    const standIn = names.get(domain) ?? `${next(roles.get(domain) ?? 'site')}.${end}`;
    names.set(domain, standIn);
    if (host === domain) continue;
    const labels = host.slice(0, -domain.length - 1).split('.');
    const kept = labels.map((label) => (GENERIC.test(label) ? label : next('host')));
    names.set(host, `${kept.join('.')}.${standIn}`);
  }
  return names;
}

/** The parts of the hosts that requests went to. */
export function hostLabels(exchanges: readonly Exchange[]): ReadonlySet<string> {
  return new Set(
    exchanges.flatMap(({ request }) => parseUrl(request.url)?.hostname.split('.') ?? []),
  );
}

function rank(roles: ReadonlyMap<string, Role>, host: string): number {
  const role = roles.get(domainOf(host));
  return role === undefined ? 3 : ['as', 'client', 'api'].indexOf(role);
}

/** The part of a host that somebody registered, as far as that can be told without a list. */
function domainOf(host: string): string {
  const suffix = SUFFIX.exec(host)?.[1] ?? host.split('.').at(-1) ?? '';
  const labels = host.slice(0, -suffix.length - 1).split('.');
  return `${labels.at(-1)}.${suffix}`;
}

function rolesOf(
  exchanges: readonly Exchange[],
  flows: Snapshot['flows'],
): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  const note = (url: string | null | undefined, role: Role): void => {
    const host = url ? parseUrl(url)?.hostname : undefined;
    if (host?.includes('.') && !roles.has(domainOf(host))) roles.set(domainOf(host), role);
  };
  for (const { flow } of flows) note(flow.authorizationServer, 'as');
  for (const { flow } of flows) {
    note(flow.request?.params.get('redirect_uri'), 'client');
    for (const { kind, exchange } of flow.messages) {
      if (kind === 'api-call' || kind === 'userinfo-request') note(exchange.request.url, 'api');
    }
  }
  for (const { request, destination } of exchanges) {
    note(request.url, destination === 'document' ? 'client' : 'site');
  }
  return roles;
}

function textsOf({ request, response, initiator }: Exchange): readonly string[] {
  const bodies = [request.body, response?.body].map((body) =>
    body && 'text' in body ? body.text.slice(0, MAX_TEXT) : '',
  );
  const headers = [...request.headers, ...(response?.headers ?? [])].map(({ value }) => value);
  return [request.url, initiator ?? '', ...headers, ...bodies];
}

function claimsOf(tokens: Iterable<string>): readonly string[] {
  return [...tokens].map((token) => JSON.stringify(jwtOf(token)?.claims ?? ''));
}

function hostsIn(text: string): readonly string[] {
  return [...text.matchAll(HOST)].map(([, host = '']) => host.toLowerCase());
}
