import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/checks/finding.ts';
import type { AnalysedFlow } from '../src/conclusion/analysed-flow.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { snapshotOf } from './helpers/analyse.ts';
import { exchangesOf, exportsOf } from './helpers/captures.ts';
import { withoutStatus } from './helpers/exchanges.ts';

function withoutAnswerBody(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (!response) return exchange;
  return { ...exchange, response: { ...response, body: { unknown: 'page-left' } } };
}

function withoutRequestBody(exchange: Exchange): Exchange {
  const { request } = exchange;
  return request.body === null
    ? exchange
    : { ...exchange, request: { ...request, body: { unknown: 'not-recorded' } } };
}

/** All recordings in which exactly one exchange lost something, or was lost. */
function eachOne(
  exchanges: readonly Exchange[],
  lose: (exchange: Exchange) => Exchange | null,
): readonly (readonly Exchange[])[] {
  return exchanges.flatMap((whole, index) => {
    const rest = lose(whole);
    return rest === whole ? [] : [exchanges.toSpliced(index, 1, ...(rest ? [rest] : []))];
  });
}

type Loss = (exchanges: readonly Exchange[]) => readonly (readonly Exchange[])[];

const losses: Readonly<Record<string, Loss>> = {
  'any one exchange': (all) => eachOne(all, () => null),
  'what was before recording began': (all) => all.map((_, from) => all.slice(from)),
  'any one body of an answer': (all) => eachOne(all, withoutAnswerBody),
  'all bodies of answers': (all) => [all.map(withoutAnswerBody)],
  'any one body of a request': (all) => eachOne(all, withoutRequestBody),
  'any one status': (all) => eachOne(all, withoutStatus),
};

/** A server's own words count without the rest. A loss must not cause a conclusion of ours. */
function isConcluded({ severity, basis }: Finding): boolean {
  return severity !== 'info' && basis !== 'reported';
}

function isFailedByConclusion({ outcome, verdict }: AnalysedFlow): boolean {
  return outcome === 'failed' && verdict.cause?.basis !== 'reported';
}

function conclusions(exchanges: readonly Exchange[]) {
  const { flows, outside } = snapshotOf(exchanges);
  const inside = flows.flatMap(({ findings }) => findings);
  const findings = [...inside, ...outside.map(({ finding }) => finding)];
  return {
    failed: flows.some(({ verdict }) => verdict.sign === 'bad'),
    failedByConclusion: flows.some(isFailedByConclusion),
    findings,
    alarms: findings.filter(isConcluded),
  };
}

/** An end or a refusal that another finding explains in the complete recording. */
const SAID_OTHERWISE = [
  'error-page-shown',
  'api-401-invalid-token',
  'api-403-insufficient-scope',
  // Without its preflight, a blocked call is most likely a matter of CORS.
  'cors-acao-missing',
];

/**
 * Refusals that the complete recording has as a step, because of what the client did next or before.
 * Where just that was lost, the refusal is the last that is known, and the same finding weighs more:
 * a call without a token whose redirect was lost, an expired token whose refresh was lost.
 */
const A_STEP = ['api-401-no-token', 'access-token-expired'];

const recordings = [...exportsOf('playground'), ...exportsOf('keycloak')].map(({ path }) => {
  const exchanges = exchangesOf(path);
  const { failed, alarms, findings } = conclusions(exchanges);
  const said = new Set(alarms.map(({ check }) => check));
  if (failed || said.size > 0) for (const check of SAID_OTHERWISE) said.add(check);
  for (const { check } of findings) if (A_STEP.includes(check)) said.add(check);
  return { path, exchanges, failed, said };
});

describe.each(Object.entries(losses))('a recording that lost %s', (_, lose) => {
  it('has no conclusion that the whole one does not have', () => {
    const wrong = recordings.flatMap(({ path, exchanges, failed, said }) =>
      lose(exchanges).flatMap((rest) => {
        const { failedByConclusion, alarms } = conclusions(rest);
        const added = alarms.map(({ check }) => check).filter((check) => !said.has(check));
        if (failedByConclusion && !failed) added.push('failed');
        return added.length > 0 ? [`${path}: ${added}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  }, 60_000);
});
