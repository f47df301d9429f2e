import { isTellingAuthorizationError } from '../registry/authorization-errors.ts';
import type { Params } from './params.ts';
import { weakness } from './randomness.ts';

const ERROR_CODE = /^[a-z][a-z_]{3,60}$/;

/** A state of two letters is a part of a country, and the code beside it a voucher or a plan. */
const REGION = /^[a-z]{2}$/i;

/** Whether parameters are an authorization response for certain, although no request was seen. */
export function isCertain(params: Params): boolean {
  const state = params.get('state');
  const stated = state !== undefined && !REGION.test(state);
  const tied = stated || ['iss', 'g_csrf_token'].some((name) => params.has(name));
  if (tied && (isCertainCode(params) || isCertainError(params))) return true;
  return params.has('access_token')
    ? params.has('token_type') || tied
    : params.has('id_token') && tied;
}

/**
 * Random codes are certain; a word may be a voucher. A response with `iss` (RFC 9207) is always
 * OAuth.
 */
function isCertainCode(params: Params): boolean {
  const code = params.get('code');
  return code !== undefined && code.length >= 8 && (params.has('iss') || weakness(code) === null);
}

/**
 * Websites have their own errors. A description or a random state shows that one belongs to OAuth.
 */
function isCertainError(params: Params): boolean {
  const error = params.get('error') ?? '';
  if (!ERROR_CODE.test(error)) return false;
  if (isTellingAuthorizationError(error) || params.has('error_description')) return true;
  return params.has('iss') || weakness(params.get('state') ?? '') === null;
}
