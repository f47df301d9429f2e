import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis, type Snapshot } from '../../../src/analysis/analysis.ts';
import { READ_FIELDS } from '../../../src/checks/registry/content-sign.ts';
import { FEW } from '../../../src/checks/registry/like-messages.ts';
import type { Exchange } from '../../../src/http/exchange.ts';

const APP = 'https://app.example.com';
const START = Date.UTC(2026, 0, 1);
/** Enough for repetitions to be folded. */
const COUNT = 260;

function exchange(number: number, parts: Partial<Exchange['request']>, answer: string): Exchange {
  return {
    id: `x${number}`,
    startedAt: START + number * 5_000,
    duration: 40,
    destination: 'empty',
    mode: 'cors',
    preflight: false,
    request: {
      method: 'GET',
      url: 'https://api.example.com/items',
      headers: [{ name: 'origin', value: APP }],
      headersComplete: true,
      body: null,
      ...parts,
    },
    response: {
      status: answer.includes('"error"') ? 400 : 200,
      statusText: '',
      headers: [
        { name: 'content-type', value: 'application/json' },
        { name: 'access-control-allow-origin', value: APP },
      ],
      headersComplete: true,
      body: { text: answer },
    },
    failure: null,
    delivered: null,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}

function post(number: number, form: Record<string, string>, answer: unknown): Exchange {
  const url = 'https://as.example.com/token';
  const body = { text: `${new URLSearchParams(form)}` };
  return exchange(number, { method: 'POST', url, body }, JSON.stringify(answer));
}

const TOKENS = { access_token: 'invented-token', token_type: 'Bearer', expires_in: 600 };
const issue = post(0, { grant_type: 'client_credentials', client_id: 'c1' }, TOKENS);
const authorization = { name: 'authorization', value: `Bearer ${TOKENS.access_token}` };
const call = (number: number): Exchange =>
  exchange(number, { headers: [{ name: 'origin', value: APP }, authorization] }, '{}');
const calls = [issue, ...Array.from({ length: COUNT }, (_, index) => call(index + 1))];

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const poll = (number: number, answer: unknown): Exchange =>
  post(number, { grant_type: GRANT, device_code: 'invented-device-code', client_id: 'c1' }, answer);
const polls = Array.from({ length: COUNT }, (_, index) =>
  poll(index, { error: 'authorization_pending' }),
);

/** What can be compared of a snapshot. */
function said({ flows }: Snapshot): unknown {
  return flows.map(({ flow, findings, unclear, outcome, verdict }) => ({
    messages: flow.messages.map((message) => `${message.kind} ${message.exchange.id}`),
    findings: findings.map(({ check, severity, message, observed, again }) =>
      JSON.stringify({ check, severity, message, observed, again }),
    ),
    unclear,
    outcome,
    verdict: verdict.text,
  }));
}

function judged(exchanges: readonly Exchange[], each: boolean): unknown {
  const analysis = createAnalysis();
  for (const one of exchanges) {
    analysis.add(one);
    if (each) analysis.snapshot();
  }
  return said(analysis.snapshot());
}

const refresh = (number: number, from: number, answer: unknown): Exchange =>
  post(
    number,
    { grant_type: 'refresh_token', refresh_token: tokenOf('refresh', from), client_id: 'c1' },
    answer,
  );
const tokenOf = (kind: string, number: number): string =>
  `invented-${kind}-token-${number}-2YotnFZF`;
const refused = { error: 'invalid_grant' };

/** What a client does many times, by its first number and the number of the refresh token it has. */
type Habit = (number: number, round: number) => readonly Exchange[];

const HABITS: Readonly<Record<string, Habit>> = {
  calls: (number) => [call(number)],
  'calls that the page may not read': (number) => [
    { ...call(number), response: { ...TEAPOT, headers: [], status: 200 } },
  ],
  'calls with the token in the URL': (number) => [
    exchange(number, { url: `https://api.example.com/?access_token=${TOKENS.access_token}` }, '{}'),
  ],
  'refused calls': (number) => [{ ...call(number), response: { ...TEAPOT, status: 401 } }],
  polls: (number) => [poll(number, { error: 'authorization_pending' })],
  'polls that are too fast': (number) => [poll(number, { error: 'slow_down' })],
  refreshes: (number, round) => [
    refresh(number, round, {
      ...TOKENS,
      access_token: tokenOf('access', round + 1),
      refresh_token: tokenOf('refresh', round + 1),
    }),
  ],
  'refused refreshes': (number) => [refresh(number, 0, refused)],
};

const TEAPOT: NonNullable<Exchange['response']> = {
  status: 418,
  statusText: '',
  headers: [{ name: 'access-control-allow-origin', value: APP }],
  headersComplete: true,
  body: { text: '{}' },
};

/** Long flows in which one habit follows another. */
const flows = fc
  .array(
    fc.record({
      habit: fc.constantFrom(...Object.keys(HABITS)),
      times: fc.integer({ min: 1, max: FEW + 30 }),
      swap: fc.nat(400),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((habits) => {
    const begun = post(
      0,
      { grant_type: 'password', client_id: 'c1' },
      {
        ...TOKENS,
        refresh_token: tokenOf('refresh', 0),
      },
    );
    const exchanges = [begun];
    let round = 0;
    for (const { habit, times } of habits) {
      for (let count = 0; count < times; count += 1) {
        exchanges.push(...(HABITS[habit]?.(exchanges.length, round) ?? []));
        if (habit === 'refreshes') round += 1;
      }
    }
    // Some are recorded later than they were sent.
    for (const { swap } of habits) {
      const [late] = exchanges.splice(swap % exchanges.length, 1);
      if (late) exchanges.push(late);
    }
    return exchanges;
  });

describe('a long flow that is judged after each message', () => {
  it.each([
    ['calls, also after the token has expired', calls],
    ['polls', polls],
    ['polls that end with tokens', [...polls, poll(COUNT, TOKENS)]],
    [
      'another request for tokens amid many calls',
      [...calls, { ...issue, id: 'again', startedAt: START + 702_000 }],
    ],
    [
      'a call that is recorded late',
      [...calls, { ...call(COUNT + 1), startedAt: issue.startedAt + 700 }],
    ],
  ])('says what one judgement at the end says: %s', { timeout: 60_000 }, (_, exchanges) => {
    expect(judged(exchanges, true)).toEqual(judged(exchanges, false));
  });

  it('says after any message what one judgement says', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(flows, (exchanges) => {
        const analysis = createAnalysis();
        for (const [index, one] of exchanges.entries()) {
          analysis.add(one);
          const snapshot = analysis.snapshot();
          if (index % 41 !== 0 && index < exchanges.length - 1) continue;
          expect(said(snapshot)).toEqual(judged(exchanges.slice(0, index + 1), false));
        }
      }),
      { numRuns: 4 },
    );
  });
});

describe('a request that is repeated', () => {
  const retries = Array.from({ length: COUNT }, (_, index) => refresh(index + 1, 0, refused));
  const issued = post(
    0,
    { grant_type: 'password', client_id: 'c1' },
    {
      ...TOKENS,
      refresh_token: tokenOf('refresh', 0),
    },
  );

  it('has each finding once, with the steps at which it is repeated', () => {
    const analysis = createAnalysis();
    for (const one of [issued, ...retries]) analysis.add(one);
    const [flow] = analysis.snapshot().flows;
    const found = flow?.findings.filter(({ check }) => check === 'refresh-invalid-grant') ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toBe(1);
    expect(found[0]?.again).toEqual(Array.from({ length: COUNT - 1 }, (_, index) => index + 2));
    expect(found[0]?.observed).toContain(`This happened ${COUNT} times`);
  });

  it('is judged alone where its content differs', () => {
    const other = { ...call(150), response: { ...TEAPOT, status: 200, headers: [] } };
    const analysis = createAnalysis();
    for (const one of calls.with(150, other)) analysis.add(one);
    const [flow] = analysis.snapshot().flows;
    expect(flow?.findings.some(({ message }) => message === 150)).toBe(true);
  });
});

it('compares every header field that a check reads by its name', () => {
  const root = new URL('../../../src/', import.meta.url);
  const read = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:checks|conclusion|flow|http|oauth)\/.*\.ts$/.test(file))
    .flatMap((file) => [
      ...readFileSync(new URL(file, root), 'utf8').matchAll(/headerValues?\([^)]*?, '([\w-]+)'\)/g),
    ])
    .map(([, name]) => name ?? '');
  expect(read).toContain('www-authenticate');
  // The times of answers are compared for the flow as a whole.
  const unread = read.filter((name) => name !== 'date' && !READ_FIELDS.test(name));
  expect(unread).toEqual([]);
});
