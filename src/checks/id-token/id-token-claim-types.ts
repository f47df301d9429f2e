import { type IdTokenBearer, idTokenJwt } from '../../flow/facts/id-token.ts';
import { issuedTokenWasUsed } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import type { JsonObject } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, type Observation, oidc, rfc } from '../check.ts';

/** Seconds since 1970 have ten digits until the year 2286. */
const MILLISECONDS = 1e11;

export default defineCheck({
  title: 'A claim of the ID token has the wrong type',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'Times are numbers of seconds since 1970, and aud is a string or a list of strings. Libraries refuse anything else, or take it for a time in the far future.',
  fix: 'Correct the mapper or the script that makes the claim at the server.',
  specs: [rfc(7519, '2'), oidc('2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const claims = idTokenJwt(message)?.claims;
    if (!claims) return;
    const [first] = faultsIn(claims);
    if (!first) return;
    const goesOn = isUsed(message, flow);
    yield { ...first, ...(goesOn && !first.severity ? { severity: 'warning', effect: null } : {}) };
  },
});

/** The worse ones first. */
function faultsIn(claims: JsonObject): readonly Observation[] {
  return [
    ...['exp', 'iat', 'nbf', 'auth_time'].flatMap((name) => timeFault(name, claims[name]) ?? []),
    ...(isAudience(claims.aud)
      ? []
      : [
          {
            at: claim('aud'),
            observed: `aud is ${typeName(claims.aud)}.`,
            expected: 'A string or a list of strings',
          },
        ]),
    ...(typeof claims.email_verified === 'string'
      ? [
          {
            at: claim('email_verified'),
            observed: `email_verified is the string ${quote(claims.email_verified, 20)}.`,
            expected: 'true or false',
            severity: 'info',
            effect: null,
            fix: 'Compare email_verified with true and with "true": this server sends a string.',
          } as const,
        ]
      : []),
  ];
}

function timeFault(name: string, value: unknown): Observation | null {
  if (value === undefined) return null;
  const place = { at: claim(name), expected: 'Seconds since 1970, as a number' };
  if (typeof value !== 'number') return { ...place, observed: `${name} is ${typeName(value)}.` };
  return value > MILLISECONDS
    ? { ...place, observed: `${name} is ${value}: that many seconds are milliseconds.` }
    : null;
}

function isAudience(aud: unknown): boolean {
  if (aud === undefined || typeof aud === 'string') return true;
  return Array.isArray(aud) && aud.every((one) => typeof one === 'string');
}

function typeName(value: unknown): string {
  if (typeof value === 'string') return `the string ${quote(value, 60)}`;
  if (Array.isArray(value)) return 'a list of other things';
  return value === null ? 'null' : `of the type ${typeof value}`;
}

/** Whether the client went on with the tokens beside it, so that it did not refuse this one. */
function isUsed(message: IdTokenBearer, flow: Flow): boolean {
  return message.kind === 'token-request' && issuedTokenWasUsed(flow, message);
}
