import { createAnalysis } from '../src/analysis/analysis.ts';
import type { Exchange, Header } from '../src/http/exchange.ts';
import { median, time } from './measure.ts';

const START = Date.UTC(2026, 0, 1);
const APP = 'https://app.example.com';
const SERVER = 'https://as.example.com';
const CODE = 'SplxlOBeZQQYbYS6WxSbIA';
const ROUNDS = 5;

interface Sketch {
  readonly method?: string;
  readonly url: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly answer?: Readonly<Record<string, string>>;
  readonly text?: string;
}

const fields = (record: Readonly<Record<string, string>> = {}): Header[] =>
  Object.entries(record).map(([name, value]) => ({ name, value }));

function exchange(number: number, sketch: Sketch): Exchange {
  const { method = 'GET', url, status, headers, body, answer, text = '' } = sketch;
  return {
    id: `x${number}`,
    startedAt: START + number * 50,
    duration: 40,
    destination: body === undefined ? 'document' : 'empty',
    mode: body === undefined ? 'navigate' : 'cors',
    preflight: false,
    request: {
      method,
      url,
      headers: fields(headers),
      headersComplete: true,
      body: body === undefined ? null : { text: body },
    },
    response: {
      status,
      statusText: '',
      headers: fields(answer),
      headersComplete: true,
      body: { text },
    },
    failure: null,
    delivered: null,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}

function authorize(number: number, state: string): Exchange {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 's6BhdRkqt3',
    redirect_uri: `${APP}/callback`,
    state,
  });
  return exchange(number, {
    url: `${SERVER}/authorize?${query}`,
    status: 302,
    answer: { location: `${APP}/callback?code=${CODE}-${number}&state=${state}` },
  });
}

/** One login whose code is sent again and again. */
export function oneCode(count: number): Exchange[] {
  const token = (number: number): Exchange =>
    exchange(number, {
      method: 'POST',
      url: `${SERVER}/token`,
      status: number === 1 ? 200 : 400,
      headers: { origin: APP, 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=authorization_code&code=${CODE}-0&client_id=s6BhdRkqt3&redirect_uri=${encodeURIComponent(`${APP}/callback`)}`,
      answer: { 'content-type': 'application/json', 'access-control-allow-origin': APP },
      text:
        number === 1 ? '{"access_token":"one","token_type":"Bearer"}' : '{"error":"invalid_grant"}',
    });
  return [authorize(0, 'first'), ...Array.from({ length: count }, (_, index) => token(index + 1))];
}

/** The same login again and again: the callback sends the browser back to the server. */
export function loop(rounds: number): Exchange[] {
  return Array.from({ length: rounds }, (_, round) => {
    const state = `state-${round}`;
    const number = round * 3;
    return [
      exchange(number, {
        url: `${APP}/login`,
        status: 302,
        answer: { location: `${SERVER}/authorize?state=${state}`, 'set-cookie': `login=${state}` },
      }),
      authorize(number + 1, state),
      exchange(number + 2, {
        url: `${APP}/callback?code=${CODE}-${number + 1}&state=${state}`,
        status: 302,
        headers: { 'sec-fetch-site': 'cross-site' },
        answer: { location: `${APP}/login` },
      }),
    ];
  }).flat();
}

/** What a crowd costs, divided by the cost of half of it. */
export function growth(crowd: (count: number) => Exchange[], count: number): number {
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const half = costOf(crowd(count / 2));
    const whole = costOf(crowd(count));
    // The first round warms up.
    if (round > 0) ratios.push(whole / half);
  }
  return median(ratios);
}

function costOf(exchanges: readonly Exchange[]): number {
  return time(() => {
    const analysis = createAnalysis();
    for (const one of exchanges) analysis.add(one);
    analysis.snapshot();
  });
}
