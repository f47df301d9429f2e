import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { mergeSources } from '../../src/recorders/merge-sources.ts';
import { type ExchangeSketch, exchange } from '../helpers/exchanges.ts';

export const AS = 'https://as.example.com';

const APP = 'https://app.example.com';

interface ServerLogin {
  readonly at?: number;
  readonly name?: string;
  readonly date?: boolean;
  /** The behaviour of the application's callback. */
  readonly callback?: 'redirects' | 'shows a page';
}

export const seen = (source: number, at: number, sketch: ExchangeSketch): Exchange =>
  exchange(at, { source, ...sketch });

/** A login whose code a server redeems, as the browser saw it and as a proxy behind it did. */
export function serverLogin(sketch: ServerLogin = {}) {
  const { at = 0, name = 'Kd83jFq0', date = false, callback = 'redirects' } = sketch;
  const state = `af0ifjsldkjf-${name}`;
  const code = `SplxlOBeZQQYbYS6WxSbIA-${name}`;
  const token = `2YotnFZFEjr1zCsicMWpAA-${name}`;
  const clock = (seconds: number): Record<string, string> =>
    date ? { date: new Date(Date.UTC(2026, 0, 1) + (at + seconds) * 1_000).toUTCString() } : {};
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 's6BhdRkqt3',
    redirect_uri: `${APP}/cb`,
    scope: 'api',
    state,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  const browser = [
    seen(0, at, {
      url: `${AS}/authorize?${query}`,
      status: 302,
      answer: { location: `${APP}/cb?code=${code}&state=${state}`, ...clock(0) },
    }),
    seen(0, at + 0.1, {
      url: `${APP}/cb?code=${code}&state=${state}`,
      headers: { 'sec-fetch-site': 'cross-site' },
      duration: 400,
      ...(callback === 'redirects' ? { status: 302, answer: { location: '/home' } } : {}),
    }),
    ...(callback === 'redirects' ? [seen(0, at + 0.55, { url: `${APP}/home` })] : []),
  ];
  const server = { destination: 'unknown', mode: 'unknown' } as const;
  const proxy = [
    seen(1, at + 0.2, {
      ...server,
      url: `${AS}/token`,
      headers: { authorization: 'Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW' },
      duration: 50,
      body: `grant_type=authorization_code&code=${code}&redirect_uri=${encodeURIComponent(`${APP}/cb`)}&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`,
      answer: { 'content-type': 'application/json', 'cache-control': 'no-store', ...clock(0.22) },
      answerBody: { access_token: token, token_type: 'Bearer', expires_in: 60 },
    }),
    seen(1, at + 0.3, {
      ...server,
      url: 'https://api.example.com/things',
      headers: { authorization: `Bearer ${token}` },
      answer: { 'content-type': 'application/json' },
      answerBody: '[]',
    }),
  ];
  return { browser, proxy, all: [...browser, ...proxy] };
}

export const later = (exchanges: readonly Exchange[], milliseconds: number): Exchange[] =>
  exchanges.map((one) => ({ ...one, startedAt: one.startedAt + milliseconds }));

export function ofTwoRecorders() {
  const analysis = createAnalysis();
  analysis.addSource(1, 'backend.har', mergeSources);
  return analysis;
}

export function analyse(exchanges: readonly Exchange[]): Snapshot {
  const analysis = ofTwoRecorders();
  exchanges.forEach(analysis.add);
  return analysis.snapshot();
}

export function shape({ flows }: Snapshot) {
  return flows.map(({ flow, outcome, findings }) => ({
    id: flow.id,
    outcome,
    messages: flow.messages.map((message) => `${message.kind} ${message.exchange.id}`),
    findings: findings.map(({ check, message }) => `${check} ${message}`),
  }));
}
