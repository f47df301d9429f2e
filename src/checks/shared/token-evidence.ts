import { originalOf } from '../../flow/facts/damaged-token.ts';
import type { Flow } from '../../flow/flow.ts';
import type { MessageOf } from '../../oauth/message.ts';
import type { TokenChallenge } from '../../oauth/values/challenge.ts';
import { audiences, jwtOf } from '../../oauth/values/jwt.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

/** What the recording shows about a token that an API refused, the strongest first. */
export function tokenEvidence(
  token: string,
  challenge: TokenChallenge | null,
  flow: Flow,
): Evidence | null {
  return damaged(token, flow) ?? otherResource(token, flow) ?? otherAlgorithm(token, challenge);
}

function damaged(token: string, flow: Flow): Evidence | null {
  const original = originalOf(flow, token);
  const difference = original === null ? null : describeDifference(token, original);
  if (difference === null) return null;
  return {
    told: `It is not the token that was issued: ${difference}.`,
    owner: 'client',
    fix: 'Keep the access token as it was received: look for a column, a cookie or a variable that is too short for it, or that encodes it.',
  };
}

/** The API names itself in its metadata, and the token is for something else (RFC 9728, RFC 8707). */
function otherResource(token: string, flow: Flow): Evidence | null {
  const aud = audiences(jwtOf(token)?.claims ?? {});
  const resource = flow.messages.find(isResourceMetadata)?.resource ?? null;
  if (resource === null || aud.length === 0 || aud.includes(resource)) return null;
  const asked = [
    flow.request?.effective('resource'),
    ...flow.tokenRequests.map(({ params }) => params.get('resource')),
  ].find(Boolean);
  const [only] = aud;
  const difference = aud.length === 1 && only ? describeDifference(only, resource) : null;
  if (asked === undefined && flow.request?.opaque) return null;
  return asked === undefined
    ? {
        told: `The API calls itself ${quote(resource)}, and no request asked for a token for it: there is no resource parameter.`,
        owner: 'client',
        fix: `Send resource=${resource} in the authorization request and in the token request.`,
      }
    : {
        told: `The API calls itself ${quote(resource)}, the requests asked for ${quote(asked)}, and the token is for ${list(aud.slice(0, 3).map((one) => quote(one)))}${difference === null ? '' : ` (${difference})`}.`,
        fix: 'Make the resource of the API, the resource parameter and aud of its tokens the same string.',
      };
}

function isResourceMetadata(
  message: Flow['messages'][number],
): message is MessageOf<'protected-resource-metadata-request'> {
  return message.kind === 'protected-resource-metadata-request' && message.resource !== null;
}

function otherAlgorithm(token: string, challenge: TokenChallenge | null): Evidence | null {
  const alg = jwtOf(token)?.header.alg;
  if (
    typeof alg !== 'string' ||
    !/\balg|signature|signed|signing/i.test(challenge?.description ?? '')
  )
    return null;
  return {
    told: `The token is signed with ${alg}.`,
    fix: `Have the server sign access tokens for this API with an algorithm that the API takes, or let the API take ${alg}.`,
  };
}
