import type { Header } from './exchange.ts';
import { headerValues } from './headers.ts';

/** Fetch standard, "CORS check": why a response was not shared with the page. */
export type CorsReason =
  | 'acao-missing'
  | 'acao-multiple'
  | 'acao-mismatch'
  | 'wildcard-with-credentials'
  | 'acac-missing';

/** Fetch standard, "CORS-preflight fetch": why the actual request was not sent. */
export type PreflightReason =
  | CorsReason
  | 'status'
  | 'redirect'
  | 'method-refused'
  | 'header-refused';

/** `ok: null` when the recording does not decide it. */
export type CorsResult =
  | { readonly ok: true }
  | { readonly ok: null }
  | {
      readonly ok: false;
      readonly reason: CorsReason;
      /** The field as sent; null when it was absent. */
      readonly observed: string | null;
      readonly expected: string;
    };

export type PreflightResult =
  | { readonly ok: true }
  | { readonly ok: null }
  | {
      readonly ok: false;
      readonly reason: PreflightReason;
      readonly observed: string | null;
      readonly expected: string;
      /** Lower-cased names of the refused request headers; empty for every other reason. */
      readonly refusedHeaders: readonly string[];
      /**
       * True when the only reason is the rule that `*` does not cover `Authorization`. Chromium 156
       * lets such a request pass, so the browser's own decision counts.
       */
      readonly laxOnly: boolean;
    };

export interface CorsInput {
  /** Serialised origin of the page; null when unknown. */
  readonly origin: string | null;
  /** Whether the credentials mode is `include`; null when unknown. */
  readonly credentials: boolean | null;
  /** Response headers. */
  readonly headers: readonly Header[];
  /** False when the recorder may have left headers out; true unless given. */
  readonly headersComplete?: boolean;
}

export interface PreflightInput extends CorsInput {
  /** `Access-Control-Request-Method`. */
  readonly requestMethod: string;
  /** The names in `Access-Control-Request-Headers`. */
  readonly requestHeaders: readonly string[];
  /** Null when unknown: then the check never finds that the request is allowed. */
  readonly status: number | null;
}

const OK = { ok: true } as const;
const UNKNOWN = { ok: null } as const;

/** Fetch standard, "CORS check" (https://fetch.spec.whatwg.org/#concept-cors-check). */
export function corsCheck(input: CorsInput): CorsResult {
  const { origin, credentials } = input;
  const allowed = combined(input.headers, 'access-control-allow-origin');
  if (allowed === null) {
    if (input.headersComplete === false) return UNKNOWN;
    return refused('acao-missing', null, allowOrigin(origin));
  }
  if (allowed === '*') {
    if (credentials === null) return UNKNOWN;
    return credentials ? refused('wildcard-with-credentials', '*', allowOrigin(origin)) : OK;
  }
  if (/[,\s]/.test(allowed)) return refused('acao-multiple', allowed, allowOrigin(origin));
  if (origin === null) return UNKNOWN;
  if (allowed !== origin) return refused('acao-mismatch', allowed, allowOrigin(origin));
  if (credentials === false) return OK;
  const withCredentials = combined(input.headers, 'access-control-allow-credentials');
  if (withCredentials === 'true') return OK;
  if (credentials === null || (withCredentials === null && input.headersComplete === false)) {
    return UNKNOWN;
  }
  return refused('acac-missing', withCredentials, 'Access-Control-Allow-Credentials: true');
}

/**
 * Fetch standard, "CORS-preflight fetch" (https://fetch.spec.whatwg.org/#cors-preflight-fetch-0).
 * The status comes first: no header helps a server that answers OPTIONS with a 404.
 */
export function preflightCheck(input: PreflightInput): PreflightResult {
  const { status } = input;
  if (status !== null && (status < 200 || status > 299)) {
    const reason = status >= 300 && status < 400 ? 'redirect' : 'status';
    return preflightRefused(reason, String(status), '204');
  }
  const shared = corsCheck(input);
  if (shared.ok === false) {
    return preflightRefused(shared.reason, shared.observed, shared.expected);
  }
  const method = methodCheck(input);
  if (method.ok === false) return method;
  const headers = headersCheck(input);
  if (headers.ok === false) return headers;
  return shared.ok && method.ok && headers.ok && status !== null ? OK : UNKNOWN;
}

function methodCheck(input: PreflightInput): PreflightResult {
  const { requestMethod: method, credentials } = input;
  if (['GET', 'HEAD', 'POST'].includes(method)) return OK;
  const field = combined(input.headers, 'access-control-allow-methods');
  if (field === null && input.headersComplete === false) return UNKNOWN;
  const allowed = list(field);
  if (allowed.includes(method)) return OK;
  if (allowed.includes('*') && credentials !== true) return credentials === null ? UNKNOWN : OK;
  return preflightRefused('method-refused', field, `Access-Control-Allow-Methods: ${method}`);
}

function headersCheck(input: PreflightInput): PreflightResult {
  const field = combined(input.headers, 'access-control-allow-headers');
  if (field === null && input.headersComplete === false) return UNKNOWN;
  const allowed = new Set(list(field).map((name) => name.toLowerCase()));
  const wanted = [...new Set(input.requestHeaders.map((name) => name.trim().toLowerCase()))];
  const missing = wanted.filter((name) => name !== '' && !allowed.has(name));
  if (missing.length === 0) return OK;
  const wildcard = allowed.has('*') && input.credentials !== true;
  const refusedHeaders = wildcard ? missing.filter((name) => name === 'authorization') : missing;
  if (refusedHeaders.length === 0) return input.credentials === null ? UNKNOWN : OK;
  return {
    ok: false,
    reason: 'header-refused',
    observed: field,
    expected: `Access-Control-Allow-Headers: ${wanted.join(', ')}`,
    refusedHeaders,
    laxOnly: wildcard,
  };
}

/** Fetch standard, "get": the values of all fields with that name, joined into one. */
function combined(headers: readonly Header[], name: string): string | null {
  const values = headerValues(headers, name);
  return values.length === 0 ? null : values.map((value) => value.trim()).join(', ');
}

function list(field: string | null): string[] {
  return (field ?? '')
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function allowOrigin(origin: string | null): string {
  return `Access-Control-Allow-Origin: ${origin ?? '(the origin of the page)'}`;
}

function refused(reason: CorsReason, observed: string | null, expected: string): CorsResult {
  return { ok: false, reason, observed, expected };
}

function preflightRefused(
  reason: PreflightReason,
  observed: string | null,
  expected: string,
): PreflightResult {
  return { ok: false, reason, observed, expected, refusedHeaders: [], laxOnly: false };
}
