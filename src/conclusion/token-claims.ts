import type { Finding } from '../checks/finding.ts';
import { comparedText } from '../flow/facts/comparison.ts';
import { WITH_PROOF, type WithProof } from '../flow/facts/dpop-refusal.ts';
import type { FlowToken } from '../flow/facts/flow-tokens.ts';
import type { ClaimComparison } from '../flow/facts/token-claims/claim-comparison.ts';
import { comparedAccessToken } from '../flow/facts/token-claims/compared-access-token.ts';
import { comparedIdToken } from '../flow/facts/token-claims/compared-id-token.ts';
import { comparedOther } from '../flow/facts/token-claims/compared-other.ts';
import { comparedProof } from '../flow/facts/token-claims/compared-proof.ts';
import type { Flow } from '../flow/flow.ts';
import type { Message } from '../oauth/message.ts';
import { comparisonClause, comparisonsAt } from './comparisons.ts';

/** What is known about one claim of a token: the comparison, and the finding about it. */
export interface ClaimVerdict extends ClaimComparison {
  readonly finding: Finding | null;
}

/** The claims of a token that were compared, and those that a finding is about. */
export function claimVerdicts(
  token: FlowToken,
  findings: readonly Finding[],
  flow: Flow,
): readonly ClaimVerdict[] {
  const compared = new Map<string, ClaimVerdict>();
  for (const one of comparisonsFor(token, flow)) {
    compared.set(`${one.part} ${one.name}`, { ...one, finding: null });
  }
  for (const finding of findings) {
    const { at, severity } = finding;
    if (at?.part !== 'claim' || at.name === null) continue;
    const key = `claim ${at.name}`;
    const known = compared.get(key);
    if (known?.finding) continue;
    // A note says something about the claim. It does not make a comparison wrong.
    const keeps = known && severity === 'info';
    const base = known ?? ({ part: 'claim', name: at.name, result: 'differs', told: '' } as const);
    compared.set(key, {
      ...base,
      ...(keeps ? {} : { result: 'differs' }),
      told: keeps || known?.result === 'differs' ? base.told : finding.title,
      finding,
    });
  }
  return [...compared.values()];
}

/** Compares a token where it was issued, else where it was first sent. */
function comparisonsFor(token: FlowToken, flow: Flow): readonly ClaimComparison[] {
  const place = token.places.find(({ issued }) => issued) ?? token.places[0];
  const message = place && flow.messages[place.message];
  if (token.view.kind !== 'jwt' || !place || !message) return [];
  const { jwt } = token.view;
  switch (token.name) {
    case 'id_token':
      return isBearer(message)
        ? [...linked(flow, place.message, OF_ID_TOKEN), ...comparedIdToken(jwt, message, flow)]
        : [];
    case 'access_token':
      return comparedAccessToken(jwt, message, flow);
    case 'DPoP proof':
      return hasProof(message)
        ? [...linked(flow, place.message, OF_PROOF), ...comparedProof(message, flow)]
        : [];
    default:
      return comparedOther(jwt, place.name, message, flow);
  }
}

type Place = Pick<ClaimComparison, 'part' | 'name'>;

const claim = (name: string): readonly [string, Place] => [
  `claim ${name}`,
  { part: 'claim', name },
];

/** The values of the comparisons of a step that are claims of its ID token. */
const OF_ID_TOKEN: ReadonlyMap<string, Place> = new Map(
  ['iss', 'aud', 'azp', 'nonce', 'at_hash', 'c_hash', 's_hash'].map(claim),
);
/** The same of its DPoP proof. What stands for the proof is the key in it. */
const OF_PROOF: ReadonlyMap<string, Place> = new Map([
  claim('ath'),
  ['header DPoP', { part: 'header', name: 'jwk' }],
]);

/** The comparisons of a step whose judged value is one of these places of a token. */
function linked(
  flow: Flow,
  step: number,
  places: ReadonlyMap<string, Place>,
): readonly ClaimComparison[] {
  return comparisonsAt(flow, step).flatMap((one): readonly ClaimComparison[] => {
    const { left, right, result } = one;
    const place = places.get(`${left.part} ${left.name}`);
    if (!place) return [];
    const value = comparedText(right);
    const name = right.computed ? `${right.computed.how} of ${right.name}` : right.name;
    return [
      {
        ...place,
        result: result === 'equal' ? 'match' : result,
        told: comparisonClause(one).replace(/^could not be compared: /, ''),
        ...(value === null ? {} : { other: { name, value } }),
      },
    ];
  });
}

function isBearer(
  message: Message,
): message is Extract<Message, { kind: 'token-request' | 'authorization-response' }> {
  return message.kind === 'token-request' || message.kind === 'authorization-response';
}

function hasProof(message: Message): message is WithProof {
  return WITH_PROOF.some((kind) => kind === message.kind);
}
