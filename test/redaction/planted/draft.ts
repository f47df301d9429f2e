import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Exchange, Gap, Navigation } from '../../../src/http/exchange.ts';
import type { Recording, RecordingSource } from '../../../src/http/recording.ts';
import { type ExchangeSketch, exchange, START } from '../../helpers/exchanges.ts';
import type { Rng } from './rng.ts';
import type { Sought } from './scanner.ts';

export const AS = 'https://login.example.com';
export const APP = 'https://app.example.org';
export const API = 'https://api.example.org';
export const CLIENT = 's6BhdRkqt3';
export const JSON_TYPE = 'application/json';
export const HTML_TYPE = 'text/html;charset=utf-8';

/** One exchange of an invented recording, as far as it is planned. */
export interface Step {
  readonly label: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  status: number;
  answer: Record<string, string>;
  text: string;
  document: boolean;
  initiator: string | null;
}

/** An invented recording that is still being made. */
export interface Draft {
  readonly rng: Rng;
  readonly steps: Step[];
  readonly navigations: Navigation[];
  readonly gaps: Gap[];
  readonly sources: RecordingSource[];
  /** What must not be in anything that is shared. */
  readonly sought: Sought[];
}

export const form = (pairs: Readonly<Record<string, string>>): string =>
  `${new URLSearchParams(pairs)}`;

/** An empty recording. */
export function draftOf(rng: Rng): Draft {
  const source = { file: 'recording.har', recorder: 'WebInspector', exchanges: 0 };
  return { rng, steps: [], navigations: [], gaps: [], sources: [source], sought: [] };
}

/** Remembers a value that must not leave, and gives it back. */
export function secret(draft: Draft, what: string, value: string): string {
  draft.sought.push({ what, value });
  return value;
}

/** Adds an exchange. Only the parts that matter are stated. */
export function add(draft: Draft, label: string, parts: Partial<Omit<Step, 'label'>>): Step {
  const step = {
    label,
    method: parts.body ? 'POST' : 'GET',
    url: `${APP}/`,
    headers: {},
    body: null,
    status: 200,
    answer: {},
    text: '',
    document: false,
    initiator: null,
    ...parts,
  };
  draft.steps.push(step);
  return step;
}

/** The exchange with a label, if the recording has one. */
export function find({ steps }: Draft, label: string): Step | undefined {
  return steps.find((step) => step.label === label);
}

/** The recording as the analysis gets it. */
export function recordingOf(draft: Draft): Recording {
  const exchanges = draft.steps.map((step, index) => exchangeOf(step, index));
  const sources = draft.sources.map((one) => ({ ...one, exchanges: exchanges.length }));
  return { exchanges, navigations: draft.navigations, gaps: draft.gaps, sources };
}

function exchangeOf(step: Step, index: number): Exchange {
  const { method, url, body, status, answer, text, document, initiator } = step;
  // A form is the default of the body, so its name must be the same.
  const { 'Content-Type': type, ...others } = step.headers;
  const headers = type === undefined ? others : { ...others, 'content-type': type };
  const sketch: ExchangeSketch = {
    ...{ id: `0:${index}`, method, url, headers, body, status, answer, initiator },
    answerBody: text,
    destination: document ? 'document' : 'empty',
    mode: document ? 'navigate' : 'cors',
  };
  return exchange(index * 2, sketch);
}

/** Seconds since the epoch at which a step that is added now will happen. */
export const secondsNow = ({ steps }: Draft): number => START / 1_000 + steps.length * 2;

const KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The key set that verifies the tokens of `signed`. */
export const KEYS = JSON.stringify({
  keys: [{ ...KEY.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }],
});

/** A token with a signature of an invented key (RFC 7515, RFC 7518 section 3.4). */
export function signed(claims: object, typ = 'JWT'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg: 'ES256', kid: 'k1', typ })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(input), {
    key: KEY.privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${input}.${signature.toString('base64url')}`;
}

export const s256 = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

/** OpenID Connect Core section 3.1.3.6. */
export const halfHash = (value: string): string =>
  createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url');
