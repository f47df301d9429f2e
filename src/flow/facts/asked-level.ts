import {
  type JsonObject,
  jsonList,
  parseJsonObject,
  stringMember,
} from '../../oauth/values/json.ts';
import type { Flow } from '../flow.ts';

/** The values of `acr` that a request asks for. */
interface Level {
  readonly values: readonly string[];
  readonly essential: boolean;
}

/** The values of acr that the request asks for: in its parameter claims, else in acr_values. */
export function askedLevel({ request }: Flow): Level | null {
  const claims = parseJsonObject(request?.effective('claims') ?? '');
  const acr = objectIn(objectIn(claims?.id_token)?.acr);
  const value = stringMember(acr, 'value');
  const inClaims = [...(value === null ? [] : [value]), ...jsonList(acr?.values)];
  if (inClaims.length > 0) return { values: inClaims, essential: acr?.essential === true };
  const values = request?.effective('acr_values')?.split(/\s+/).filter(Boolean) ?? [];
  return values.length > 0 ? { values, essential: false } : null;
}

function objectIn(value: unknown): JsonObject | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : null;
}
