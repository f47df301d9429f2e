import { describe, expect, it } from 'vitest';
import { createAnalysis, type Snapshot } from '../../../src/analysis/analysis.ts';
import type { Exchange } from '../../../src/http/exchange.ts';

const APP = 'https://app.example.com';
const START = Date.UTC(2026, 0, 1);
/** Enough for results to be remembered. */
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
});
