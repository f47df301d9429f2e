import { userinfoAnswer } from '../../../oauth/documents/userinfo-answer.ts';
import { jsonList, stringMember } from '../../../oauth/values/json.ts';
import { type Jwt, numericClaim } from '../../../oauth/values/jwt.ts';
import { span } from '../../../words/times.ts';
import type { Flow } from '../../flow.ts';
import { askedLevel } from '../asked-level.ts';
import type { IdTokenBearer } from '../id-token.ts';
import { askedAt, freshness } from '../login-freshness.ts';
import { earlierIdToken, isOfLogin } from '../login-tokens.ts';
import { issuedBy } from '../token-use.ts';
import { type ClaimComparison, differs, match, unknown } from './claim-comparison.ts';
import { comparedTimes } from './token-times.ts';

/**
 * What a client has to compare of an ID token besides its issuer, audience, nonce and hashes, which
 * `compared/` compares (OpenID Connect Core section 3.1.3.7).
 */
export function comparedIdToken(
  jwt: Jwt,
  message: IdTokenBearer,
  flow: Flow,
): readonly ClaimComparison[] {
  return [
    ...subjectOf(jwt, message, flow),
    ...comparedTimes(jwt.claims, message.exchange),
    ...authTimeOf(jwt, message, flow),
    ...levelOf(jwt, message, flow),
    ...algorithmOf(jwt, flow),
  ];
}

function subjectOf({ claims }: Jwt, message: IdTokenBearer, flow: Flow): ClaimComparison[] {
  const sub = stringMember(claims, 'sub');
  if (sub === null) return [];
  const earlier = stringMember(earlierIdToken(flow, message), 'sub');
  if (earlier !== null && earlier !== sub) {
    return [differs(asSub(earlier), 'the first ID token of this login has another sub')];
  }
  const userinfo = userinfoSub(message, flow);
  if (userinfo === null)
    return earlier === null ? [] : [match('sub', 'the same as in the first ID token')];
  return userinfo === sub
    ? [match('sub', 'the same as in the UserInfo response')]
    : [differs(asSub(userinfo), 'the UserInfo response has another sub')];
}

const asSub = (value: string) => ({ name: 'sub', other: { name: 'sub', value } });

function userinfoSub(message: IdTokenBearer, flow: Flow): string | null {
  for (const one of flow.messages) {
    if (one.kind !== 'userinfo-request' || one.token === null) continue;
    if (issuedBy(flow, one.token) !== message) continue;
    const sub = stringMember(userinfoAnswer(one.exchange).claims, 'sub');
    if (sub !== null) return sub;
  }
  return null;
}

function authTimeOf({ claims }: Jwt, message: IdTokenBearer, flow: Flow): ClaimComparison[] {
  const wanted = freshness(flow);
  const authTime = numericClaim(claims, 'auth_time');
  if (!wanted || authTime === null || !isOfLogin(message)) return [];
  const asked = askedAt(flow);
  if (asked === null) {
    return [
      unknown('auth_time', 'only the clock of a recorder shows when the login was asked for'),
    ];
  }
  const old = asked - authTime * 1_000;
  if (old <= 0) return [match('auth_time', `after the request, which has ${wanted.parameter}`)];
  return old <= wanted.seconds * 1_000
    ? [match('auth_time', `${span(old)} before the request, which has ${wanted.parameter}`)]
    : [unknown('auth_time', `${span(old)} before the request, which has ${wanted.parameter}`)];
}

function levelOf({ claims }: Jwt, message: IdTokenBearer, flow: Flow): ClaimComparison[] {
  const asked = isOfLogin(message) ? askedLevel(flow) : null;
  if (!asked) return [];
  const acr = stringMember(claims, 'acr');
  const at = { name: 'acr', other: { name: 'acr', value: asked.values.slice(0, 5).join(' ') } };
  return acr !== null && asked.values.includes(acr)
    ? [match(at, 'the request asked for it')]
    : [
        differs(
          at,
          acr === null
            ? 'missing, although the request asked for one'
            : 'the request asked for another',
        ),
      ];
}

function algorithmOf({ header }: Jwt, { metadata }: Flow): ClaimComparison[] {
  const alg = stringMember(header, 'alg');
  const listed = jsonList(metadata?.metadata?.id_token_signing_alg_values_supported);
  if (alg === null || listed.length === 0) return [];
  const at = { part: 'header', name: 'alg' } as const;
  return listed.includes(alg)
    ? [match(at, 'the metadata of the server lists it')]
    : [differs(at, 'the metadata of the server does not list it')];
}
