import { describe, expect, it } from 'vitest';
import { STORIES } from '../../../panels/oauth/demo/demo-body.ts';
import { causeIdOf, settledSnapshotOf } from '../../helpers/analyse.ts';

const NOW = Date.UTC(2026, 0, 5, 14);
const REFUSED_SESSION = ['bad', 'cookie-samesite-none-insecure'] as const;

/** Each story, with the sign and the cause of its flows. */
const EXPECTED: Readonly<Record<string, readonly (readonly [string, string | null])[]>> = {
  'A clean login': [['good', null]],
  'CORS: the token response is withheld': [['bad', 'cors-acao-missing']],
  'A lost cookie': [['bad', 'cookie-samesite-strict-callback']],
  'PKCE: the verifier of another attempt': [
    ['good', null],
    ['bad', 'pkce-verifier-mismatch'],
  ],
  'An API refuses the token': [['bad', 'api-403-insufficient-scope']],
  'A login loop': [REFUSED_SESSION, REFUSED_SESSION, REFUSED_SESSION, ['bad', 'login-loop']],
};

describe('the stories of the demo', () => {
  it('are six', () => {
    expect(STORIES.map(({ title }) => title)).toEqual(Object.keys(EXPECTED));
  });

  it.each(STORIES)('“$title” has the verdict that it is about', async ({ title, record }) => {
    const { flows, outside } = await settledSnapshotOf(await record(NOW));
    expect(flows.map((one) => [one.verdict.sign, causeIdOf(one)])).toEqual(EXPECTED[title]);
    expect(outside).toEqual([]);
  });

  it.each(STORIES)('“$title” finds nothing where all is well', async ({ record }) => {
    const { flows } = await settledSnapshotOf(await record(NOW));
    const good = flows.filter(({ verdict }) => verdict.sign === 'good');
    expect(good.flatMap(({ findings, unclear }) => [...findings, ...unclear])).toEqual([]);
  });

  it.each(STORIES)('“$title” ends shortly before now', async ({ record }) => {
    const times = (await record(NOW)).map(({ startedAt }) => startedAt);
    expect(Math.max(...times)).toBeLessThan(NOW);
    expect(Math.min(...times)).toBeGreaterThan(NOW - 10 * 60_000);
  });
});
