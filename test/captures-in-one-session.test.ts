import { describe, expect, it } from 'vitest';
import type { Exchange } from '../src/http/exchange.ts';
import { causeIdOf, snapshotOf } from './helpers/analyse.ts';
import { exchangesIn, exportsOf, textOf } from './helpers/captures.ts';

interface Capture {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
}

/**
 * The paths that identify the servers of the playground. Their ports differ from capture to
 * capture.
 */
const ROLES: readonly (readonly [port: string, path: RegExp])[] = [
  ['4401', /^\/(?:auth|token|me|jwks|session|reg|device|request|backchannel)(?:\/|$)/],
  ['4402', /^\/(?:api|mcp)(?:\/|$)/],
  ['4404', /^\/authorize$/],
];

/** The text of a capture, as if its servers had been at the usual ports. */
function atUsualPorts(text: string): string {
  const { log } = JSON.parse(text) as { log: { entries: { request: { url: string } }[] } };
  const urls = log.entries.map(({ request }) => new URL(request.url));
  const ports = new Map([[urls[0]?.port ?? '', '4400']]);
  for (const { hostname, port, pathname } of urls) {
    const role = ROLES.find(([, path]) => path.test(pathname));
    if (hostname === 'localhost' && role && !ports.has(port)) ports.set(port, role[0]);
  }
  let moved = text;
  for (const [from, to] of ports) {
    moved = moved.replaceAll(`localhost:${from}`, `localhost:${to}`);
    moved = moved.replaceAll(`localhost%3A${from}`, `localhost%3A${to}`);
  }
  return moved;
}

/** Milliseconds between the end of one recording and the beginning of the next. */
const PAUSE = 5_000;

function moved({ exchanges }: Capture, by: number, tag: string): readonly Exchange[] {
  return exchanges.map((one) => ({
    ...one,
    id: `${tag} ${one.id}`,
    startedAt: one.startedAt + by,
  }));
}

function oneAfterTheOther(first: Capture, second: Capture) {
  const end = Math.max(...first.exchanges.map((one) => one.startedAt + (one.duration ?? 0)));
  const start = Math.min(...second.exchanges.map((one) => one.startedAt));
  return [moved(first, 0, 'first'), moved(second, end + PAUSE - start, 'second')] as const;
}

function conclusions(exchanges: readonly Exchange[]): readonly string[] {
  const { flows, outside, loose } = snapshotOf(exchanges);
  return [
    ...flows.map(({ flow, outcome, verdict, findings }) =>
      [
        `${flow.client} ${flow.grant} ${outcome} ${causeIdOf({ verdict })} ${flow.relation}`,
        ...findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check),
        ...flow.messages.map(({ kind, exchange }) => `${kind} ${exchange.id}`),
      ].join('\n'),
    ),
    ...outside.map(({ finding, message }) => `${finding.check} ${message.exchange.id}`),
    ...loose.map(({ kind, exchange }) => `${kind} ${exchange.id}`),
  ].sort();
}

/**
 * The page calls an API without a token. After a login of the same page the call is part of that
 * login, because the page lost the token or did not send it. All captures are of one page here.
 */
const JOINS_THE_LOGIN_BEFORE = new Set(['challenge-hidden']);

describe.each(['chromium', 'firefox'])('two captures of %s in one session', (browser) => {
  const captures = exportsOf('playground')
    .filter((one) => one.browser === browser)
    .map(({ name, path }) => ({ name, exchanges: exchangesIn(atUsualPorts(textOf(path)), path) }));
  const others = captures.filter(({ name }) => name !== 'clean');
  const clean = captures.find(({ name }) => name === 'clean');

  it('have the same conclusions as each alone: a clean login before and after each, and each before the next', () => {
    if (!clean) throw new Error('there is no clean login');
    const pairs = others.flatMap((one, index): (readonly [Capture, Capture])[] => [
      ...(JOINS_THE_LOGIN_BEFORE.has(one.name) ? [] : ([[clean, one]] as const)),
      [one, clean],
      [one, others[index + 1] ?? clean],
    ]);
    const mixed = pairs.filter(([first, second]) => {
      const [before, after] = oneAfterTheOther(first, second);
      const apart = [...conclusions(before), ...conclusions(after)].sort();
      return conclusions([...before, ...after]).join('\n\n') !== apart.join('\n\n');
    });
    expect(mixed.map(([first, second]) => `${first.name}, then ${second.name}`)).toEqual([]);
  }, 60_000);
});
