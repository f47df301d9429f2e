import type { Pointer } from '../../checks/finding.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import type { AnalysedFlow } from '../analysed-flow.ts';
import type { Compared, ComparedStep, Place } from './compared.ts';

/** What a client sends can be a cause; what comes back is mostly an effect. */
const BY_PLACE: Readonly<Record<Place, number>> = {
  url: 55,
  parameter: 40,
  'request header': 45,
  cookie: 35,
  claim: 15,
  response: 12,
  'response header': 10,
  'cookie set': 30,
  member: 8,
  time: 3,
  flow: 2,
};

const BY_NAME: Readonly<Record<string, number>> = {
  'url URL': 70,
  'url method': 60,
  'parameter redirect_uri': 95,
  'parameter client_id': 92,
  'parameter code_verifier': 88,
  'parameter code_challenge': 88,
  'parameter code_challenge_method': 86,
  'parameter grant_type': 85,
  'parameter response_type': 85,
  'parameter client_secret': 84,
  'parameter client_assertion': 82,
  'parameter response_mode': 80,
  'parameter resource': 76,
  'parameter audience': 76,
  'parameter state': 75,
  'parameter nonce': 72,
  'parameter scope': 68,
  'parameter prompt': 60,
  'parameter login_hint': 25,
  'parameter ui_locales': 5,
  'parameter error': 12,
  'parameter error_description': 9,
  'parameter error_uri': 4,
  'parameter session_state': 5,
  'request header Client authentication': 83,
  'request header Authorization': 82,
  'request header DPoP': 80,
  'request header Content-Type': 66,
  'request header Origin': 64,
  'request header Sec-Fetch-Site': 40,
  'request header Accept': 6,
  'response header Access-Control-Allow-Origin': 28,
  'flow Client': 90,
  'flow Authorization server': 91,
  'flow Browser': 30,
  'flow Client library': 20,
};

/** Claims by which an API or a client decides, in any token. */
const DECISIVE = /: (?:iss|aud|azp|scope|scp|roles|alg \(header\)|typ \(header\))$/;
/** The callback needs the cookies of the login. */
const AT_CALLBACK = 30;
const OF_LOGIN = 15;
/** A check came to the same place. */
const NAMED_BY_VERDICT = 100;
/** Values that must be new, and are not. */
const REUSED = 10;
/** What comes after the failure cannot be its cause. */
const AFTER_FAILURE = 60;

/** Both attempts, and where a difference stands in them. */
export interface Setting {
  readonly a: AnalysedFlow;
  readonly b: AnalysedFlow;
  /** It comes after the step at which the failed attempt failed. */
  readonly isAfterFailure: boolean;
}

/** The index of the step at which an attempt failed, or at which a failed one ended. */
export function failedAt(steps: readonly ComparedStep[], a: AnalysedFlow, b: AnalysedFlow): number {
  const ends = [[a, 'a'] as const, [b, 'b'] as const].flatMap(([{ verdict }, side]) => {
    if (verdict.sign !== 'bad') return [];
    const cause = verdict.cause?.message ?? null;
    const at = cause === null ? -1 : steps.findIndex((step) => step[side] === cause);
    return [at >= 0 ? at : steps.findLastIndex((step) => step[side] !== null)];
  });
  return Math.min(Number.POSITIVE_INFINITY, ...ends);
}

/** How likely a difference is to matter; the highest is said first. */
export function weightOf(compared: Compared, step: ComparedStep | null, setting: Setting): number {
  const { place, name, is } = compared;
  let weight = BY_NAME[`${place} ${name}`] ?? BY_PLACE[place];
  if (place === 'claim' && DECISIVE.test(name)) weight = 50;
  if (place === 'cookie') weight += cookieWeight(name, step, setting);
  if (is === 'reused') weight += REUSED;
  if (step === null) return weight;
  if (setting.isAfterFailure) weight -= AFTER_FAILURE;
  return isNamedByVerdict(compared, step, setting) ? weight + NAMED_BY_VERDICT : weight;
}

/** How likely it matters that one attempt lacks a whole step. */
export function weightOfStep({ isAfterFailure }: Setting): number {
  return isAfterFailure ? 1 : 32;
}

const IN_ANSWER: ReadonlySet<Place> = new Set([
  'response',
  'response header',
  'cookie set',
  'member',
  'claim',
  'time',
]);

/** Tokens that a client sends. */
const SENT_TOKEN =
  /^(?:client_assertion|assertion|request|subject_token|actor_token|id_token_hint|DPoP proof)(?::|$)/;

/** Whether a difference is in what came back, or after the failure. */
export function isLate(
  value: Compared | null,
  step: ComparedStep | null,
  setting: Setting,
): boolean {
  if (step === null) return value !== null && /^(?:Finding: |Outcome$)/.test(value.name);
  if (setting.isAfterFailure) return true;
  if (value === null || SENT_TOKEN.test(value.name)) return false;
  return IN_ANSWER.has(value.place) || /^error/.test(value.name);
}

function cookieWeight(name: string, step: ComparedStep | null, { a }: Setting): number {
  const kind = step?.a == null ? null : a.flow.messages[step.a]?.kind;
  const purpose = cookiePurpose(name) === 'login' ? OF_LOGIN : 0;
  return purpose + (kind === 'authorization-response' ? AT_CALLBACK : 0);
}

const PARTS: Readonly<Partial<Record<Pointer['part'], readonly Place[]>>> = {
  parameter: ['parameter'],
  header: ['request header', 'response header'],
  cookie: ['cookie', 'cookie set'],
  claim: ['claim'],
  member: ['member'],
  url: ['url'],
};

function isNamedByVerdict(
  { place, name }: Compared,
  step: ComparedStep,
  { a, b }: Setting,
): boolean {
  return [[a, step.a] as const, [b, step.b] as const].some(([{ verdict }, index]) => {
    const { cause } = verdict;
    if (!cause?.at || index === null || cause.message !== index) return false;
    if (!PARTS[cause.at.part]?.includes(place)) return false;
    const bare = place === 'claim' ? name.replace(/^.*: /, '') : name;
    return cause.at.name === null || cause.at.name.toLowerCase() === bare.toLowerCase();
  });
}
