import { withoutQuery } from '../../../http/url.ts';
import { stringMember } from '../../../oauth/values/json.ts';
import { sharesKeys } from '../../../providers/registry/issuers.ts';
import type { Flow } from '../../flow.ts';
import { type ComparedValue, type Comparison, compare, stepOf, valueAt } from '../comparison.ts';
import { idTokenJwt } from '../id-token.ts';
import { expectedIssuer, isSameIssuer } from '../issuer.ts';

/**
 * `iss` of each response (RFC 9207 section 2.4) and of each ID token (OpenID Connect Core section
 * 3.1.3.7) with the issuer of the server.
 */
export default function compareIssuers(flow: Flow): readonly Comparison[] {
  return [...ofResponses(flow), ...ofIdTokens(flow)];
}

function ofResponses(flow: Flow): readonly Comparison[] {
  const { metadata, request } = flow;
  const document = metadata?.metadata ?? null;
  const issuer = stringMember(document, 'issuer');
  const endpoint = stringMember(document, 'authorization_endpoint');
  const isOther = endpoint === null || (request && withoutQuery(endpoint) !== request.endpoint);
  return flow.responses.flatMap((response) => {
    const came = response.params.get('iss');
    if (!came) return [];
    const left = { step: stepOf(flow, response), part: 'parameter', name: 'iss' } as const;
    const right = valueAt(issuerPlace(flow), isOther ? null : issuer);
    return [against(flow, valueAt(left, came), right)];
  });
}

function ofIdTokens(flow: Flow): readonly Comparison[] {
  return [...flow.responses, ...flow.tokenRequests].flatMap((message) => {
    const claims = idTokenJwt(message)?.claims ?? null;
    const actual = stringMember(claims, 'iss');
    if (claims === null || actual === null) return [];
    const expected = expectedIssuer(flow, message);
    const fromMetadata = expected === stringMember(flow.metadata?.metadata ?? null, 'issuer');
    const named = flow.responses.find(({ params }) => params.get('iss') === expected);
    const place =
      fromMetadata || !named
        ? issuerPlace(flow)
        : ({ step: stepOf(flow, named), part: 'parameter', name: 'iss' } as const);
    const left = { step: stepOf(flow, message), part: 'claim', name: 'iss' } as const;
    return [against(flow, valueAt(left, actual), valueAt(place, expected), sharesKeys(claims))];
  });
}

function issuerPlace(flow: Flow) {
  return { step: stepOf(flow, flow.metadata), part: 'member', name: 'issuer' } as const;
}

function against(
  flow: Flow,
  left: ComparedValue,
  right: ComparedValue,
  isFamily = false,
): Comparison {
  if (left.value === null || right.value === null) return compare(flow, left, right);
  const equal = isSameIssuer(right.value, left.value) || isFamily;
  return compare(flow, left, right, { equal });
}
