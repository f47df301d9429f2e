import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../src/http/exchange.ts';
import { analyse } from './helpers/analyse.ts';
import { readCases } from './helpers/http-cases.ts';

const FOLDER = join(import.meta.dirname, 'checks');
const recordings = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.http'))
  .flatMap((file) => readCases(readFileSync(join(FOLDER, file), 'utf8')))
  .map(({ exchanges }) => exchanges);

const junk = fc.oneof(
  fc.string(),
  fc.constantFrom('', '{', '{}', '[]', 'null', '%', '%E0%A4%A', '{"error":{}}', '{"scope":[1]}'),
  fc.constantFrom('{"access_token":1,"expires_in":"x","id_token":{}}', 'eyJ.eyJ.', '\u0000'),
);

type Damage = (exchange: Exchange, text: string) => Exchange;

const DAMAGES: readonly Damage[] = [
  (exchange) => ({ ...exchange, response: null }),
  (exchange, text) => ({ ...exchange, request: { ...exchange.request, body: { text } } }),
  (exchange, text) => ({ ...exchange, request: { ...exchange.request, url: text } }),
  (exchange, text) => ({
    ...exchange,
    request: { ...exchange.request, url: `${exchange.request.url}&${text}` },
  }),
  (exchange, text) => ({
    ...exchange,
    request: {
      ...exchange.request,
      headers: exchange.request.headers.map(({ name }) => ({ name, value: text })),
    },
  }),
  (exchange, text) => ({
    ...exchange,
    response: exchange.response && { ...exchange.response, body: { text } },
  }),
  (exchange, text) => ({
    ...exchange,
    response: exchange.response && {
      ...exchange.response,
      headers: exchange.response.headers.map(({ name }) => ({ name, value: text })),
    },
  }),
  (exchange) => ({
    ...exchange,
    response: exchange.response && { ...exchange.response, body: { unknown: 'page-left' } },
  }),
  (exchange) => ({ ...exchange, startedAt: -1, duration: null }),
];

describe('the checks', () => {
  it('survive recordings that are damaged anywhere', () => {
    const recording = fc.constantFrom(...recordings);
    const damage = fc.tuple(fc.nat(20), fc.constantFrom(...DAMAGES), junk);
    fc.assert(
      fc.property(recording, fc.array(damage, { minLength: 1, maxLength: 3 }), (whole, damages) => {
        const exchanges = [...whole];
        for (const [place, apply, text] of damages) {
          const index = place % Math.max(1, exchanges.length);
          const exchange = exchanges[index];
          if (exchange) exchanges[index] = apply(exchange, text);
        }
        const { findings } = analyse(exchanges);
        expect(findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  }, 30_000);
});
