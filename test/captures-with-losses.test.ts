import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/checks/finding.ts';
import type { AnalysedFlow } from '../src/conclusion/analysed-flow.ts';
import { readHar } from '../src/har/read-har.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { snapshotOf } from './helpers/analyse.ts';
import { withoutStatus } from './helpers/exchanges.ts';

const FOLDER = join(import.meta.dirname, 'captures');

const captures = ['chromium', 'firefox', 'keycloak/chromium', 'keycloak/firefox'].flatMap(
  (folder) => readdirSync(join(FOLDER, folder)).map((file) => `${folder}/${file}`),
);

function exchangesOf(capture: string): readonly Exchange[] {
  const har = readHar(readFileSync(join(FOLDER, capture), 'utf8'), { file: capture, source: 0 });
  if (!har.ok) throw new Error(har.message);
  return har.exchanges;
}

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

/** Every recording in which exactly one exchange is another, or none. */
function eachOne(
  exchanges: readonly Exchange[],
  lose: (exchange: Exchange) => Exchange | null,
): readonly (readonly Exchange[])[] {
  return exchanges.map((lost) =>
    exchanges.flatMap((one) => (one === lost ? (lose(one) ?? []) : one)),
  );
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

/** The words of a server stay what they are without the rest; what we conclude from the rest may not. */
function isConcluded({ severity, basis }: Finding): boolean {
  return severity !== 'info' && basis !== 'reported';
}

function isFailedByConclusion({ outcome, verdict }: AnalysedFlow): boolean {
  return outcome === 'failed' && verdict.cause?.basis !== 'reported';
}

function conclusions(exchanges: readonly Exchange[]) {
  const { flows, outside } = snapshotOf(exchanges);
  const inside = flows.flatMap(({ findings }) => findings);
  return {
    failed: flows.some(({ outcome }) => outcome === 'failed'),
    failedByConclusion: flows.some(isFailedByConclusion),
    alarms: [...inside, ...outside.map(({ finding }) => finding)].filter(isConcluded),
  };
}

/** What ends a login of which the rest is lost ended it before, or refused a call within it. */
const SAID_OTHERWISE = ['error-page-shown', 'api-401-invalid-token', 'api-403-insufficient-scope'];

describe.each(Object.entries(losses))('a recording that lost %s', (_, lose) => {
  it('concludes nothing that the whole one does not', () => {
    const wrong = captures.flatMap((capture) => {
      const exchanges = exchangesOf(capture);
      const whole = conclusions(exchanges);
      const said = new Set(whole.alarms.map(({ check }) => check));
      if (whole.failed || said.size > 0) for (const check of SAID_OTHERWISE) said.add(check);
      return lose(exchanges).flatMap((rest) => {
        const { failedByConclusion, alarms } = conclusions(rest);
        const added = alarms.map(({ check }) => check).filter((check) => !said.has(check));
        if (failedByConclusion && !whole.failed) added.push('failed');
        return added.length > 0 ? [`${capture}: ${added}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  }, 60_000);
});
