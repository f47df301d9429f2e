import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { parseUrl } from '../../http/url.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import {
  type JsonObject,
  jsonList,
  parseJsonObject,
  stringMember,
} from '../../oauth/values/json.ts';
import { wordsAboutToken } from './token-refusal.ts';

/** The refusal of a call because the token lacks a scope. */
export interface ScopeRefusal {
  /** Scopes that the call needs; empty when the API does not say. */
  readonly wanted: readonly string[];
  /** Whether the API says so in its body alone, and not in its challenge. */
  readonly inBody: boolean;
}

const MEMBERS = ['scope', 'scopes', 'required_scope', 'required_scopes', 'requiredScopes'];
const CODE = /\binsufficient.?scope\b|\bscope_?insufficient\b|\bmissing_scope\b/i;
const WORDS =
  /\b(?:scopes?\b.{0,40}\b(?:required|needed|missing|insufficient)|(?:requires?|required|needs?|missing|lacks?|insufficient|without)\b.{0,40}\bscopes?)\b/i;
/** Names with more than letters in them, or in quotes, or behind the word. */
const NAMES = /["'`]([\w.:/-]{2,100})["'`]|\b(\w+[.:/][\w.:/-]{1,100})/g;
const BEHIND = /\bscopes?\b\s*[:=(]?\s*["'`[]*([\w.:/-]{2,100})["'`\])]*\s*\.?$/i;
const MAX_NAMES = 10;

/** What an API said about the scope when it refused a call; null when it is about something else. */
export function scopeRefusal(exchange: Exchange): ScopeRefusal | null {
  const status = refusedWith(exchange);
  if (status === null) return null;
  const challenge = bearerChallenge(exchange);
  if (challenge?.error === 'insufficient_scope' || (status === 403 && challenge?.scopes?.length)) {
    const wanted = challenge.scopes ?? [];
    return { wanted: wanted.length > 0 ? wanted : namedInBody(exchange), inBody: false };
  }
  if (status !== 403 || challenge?.error) return null;
  const accepted = acceptedScopes(exchange);
  if (accepted) return { wanted: accepted, inBody: true };
  const words = wordsAboutToken(exchange) ?? '';
  const text = (responseText(exchange) ?? '').slice(0, 4_000);
  if (!CODE.test(text) && !WORDS.test(words)) return null;
  return { wanted: namedInBody(exchange), inBody: true };
}

/** The scopes that a call would have needed, when the API says so and the token has none of them. */
function acceptedScopes({ response }: Exchange): readonly string[] | null {
  const [accepted, granted] = ['x-accepted-oauth-scopes', 'x-oauth-scopes'].map((name) =>
    response ? headerValue(response.headers, name) : null,
  );
  if (!accepted || granted == null) return null;
  const names = split(accepted);
  const have = new Set(split(granted));
  return names.length > 0 && !names.some((name) => have.has(name)) ? names : null;
}

function split(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, MAX_NAMES);
}

function namedInBody(exchange: Exchange): readonly string[] {
  const json = parseJsonObject(responseText(exchange) ?? '');
  const listed = json ? inMembers(json) : [];
  if (listed.length > 0) return listed;
  const words = wordsAboutToken(exchange) ?? '';
  const named = [...words.matchAll(NAMES)].flatMap(([, quoted, plain]) => quoted ?? plain ?? []);
  const behind = BEHIND.exec(words)?.[1];
  const found = named.length > 0 || behind === undefined ? named : [behind];
  return [...new Set(found.map((name) => name.replace(/[.:]$/, '')))]
    .filter((name) => isScope(name, exchange))
    .slice(0, MAX_NAMES);
}

function inMembers(json: JsonObject): readonly string[] {
  for (const name of MEMBERS) {
    const text = stringMember(json, name);
    const found = text === null ? jsonList(json[name]) : split(text);
    if (found.length > 0) return found.slice(0, MAX_NAMES);
  }
  return [];
}

/** Messages also name the host of the API, and times. */
function isScope(name: string, { request }: Exchange): boolean {
  const host = parseUrl(request.url)?.host ?? '';
  return /[a-z]{3}/i.test(name) && !CODE.test(name) && (host === '' || !name.includes(host));
}
