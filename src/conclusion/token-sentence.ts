import type { Obstacle, Signature } from '../flow/signatures.ts';
import type { TokenName } from '../oauth/message-tokens.ts';
import { count, list } from '../words/numbers.ts';
import { span } from '../words/times.ts';
import {
  endOfLife,
  failedClaims,
  isVerified,
  openClaims,
  type TokenEvidence,
  type TokenState,
  takenIn,
} from './token-evidence.ts';

/** Why nothing is known of a signature. */
const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  pending: 'it is being verified',
  'no-issuer': 'the token does not name its issuer',
  'no-keys': 'the keys of its issuer were not recorded',
  'not-whole': 'it was shortened or replaced',
  sealed: 'its provider lets only its own APIs verify it',
  unsupported: 'the key or the algorithm is not supported',
};

/** What the recorded keys prove against a signature. */
const FORGED: Readonly<Partial<Record<Signature['is'], string>>> = {
  invalid: 'its signature does not match the key of its issuer',
  'other-issuer': 'a key of another issuer made its signature',
  'other-algorithm': 'the key that it names is not for its algorithm',
  'not-own-key': 'the key in its header did not make its signature',
  'not-by-secret': 'the recorded secret of the client did not make its signature',
};

/** What verified a signature, where it is no key of an issuer. */
const PROVEN_BY: Readonly<Partial<Record<Signature['is'], string>>> = {
  'own-key': ' with the key in its header',
  'by-secret': ' with the client secret',
};

/** Tokens that the client signs, with keys that no server publishes. */
const BY_CLIENT: ReadonlySet<TokenName> = new Set<TokenName>(['client_assertion', 'request']);

/** What signs these is known to two servers, and not to the client. */
const BETWEEN_SERVERS: ReadonlySet<TokenName> = new Set<TokenName>([
  'access_token',
  'refresh_token',
  'assertion',
  'subject_token',
  'actor_token',
  'token',
  'software_statement',
]);

/** More steps than these are counted. */
const MAX_STEPS = 4;

const WORDS: Readonly<Record<TokenState, (evidence: TokenEvidence) => string>> = {
  'not-valid': ({ findings: [worst] }) =>
    worst?.basis === 'reported'
      ? `Refused in step ${(worst.message ?? 0) + 1}: ${worst.title}.`
      : `Not valid: ${worst?.title}.`,
  doubtful: (evidence) => {
    const [worst] = evidence.findings;
    if (worst?.severity === 'warning') return `Doubtful: ${worst.title}.`;
    const taken = acceptance(evidence);
    return taken === null
      ? `Doubtful: ${failures(evidence)}.`
      : `${taken}, although ${failures(evidence)}.`;
  },
  ended: ending,
  valid: (evidence) =>
    [proof(evidence), acceptance(evidence)]
      .flatMap((sentence) => (sentence === null ? [] : [`${sentence}.`]))
      .join(' '),
  unknown: (evidence) => `${missing(evidence)}.`,
};

/** The verdict on a token in one or two sentences. */
export function tokenSentence(state: TokenState, evidence: TokenEvidence): string {
  return WORDS[state](evidence);
}

function ending(evidence: TokenEvidence): string {
  const end = endOfLife(evidence);
  if (end === null || end === 'expired') {
    return `Expired ${span(evidence.overdue ?? 0)} before the end of this flow.`;
  }
  const step = `step ${end.message + 1}`;
  switch (end.deed) {
    case 'revoked':
      return `Revoked in ${step}.`;
    case 'refreshed':
      return `Replaced by a new refresh token in ${step}.`;
    case 'inactive':
      return `Not active: the server said so in ${step}.`;
    default:
      return `Refused by ${end.host} in ${step}.`;
  }
}

/** Who took the token, without a full stop; null when nobody did. */
function acceptance(evidence: TokenEvidence): string | null {
  const taken = takenIn(evidence);
  const [first] = taken;
  if (!first) return null;
  const hosts = [...new Set(taken.map(({ host }) => host))];
  const who = hosts.length > 2 ? count(hosts.length, 'host') : list(hosts);
  const steps = taken.map(({ message }) => message + 1);
  const where =
    steps.length > MAX_STEPS
      ? `${count(steps.length, 'request')} from step ${steps[0]} on`
      : `step${steps.length === 1 ? '' : 's'} ${list(steps.map(String))}`;
  return `${first.deed === 'refreshed' ? 'Redeemed at' : 'Accepted by'} ${who} in ${where}`;
}

/** What was computed, without a full stop; null without a verified signature. */
function proof(evidence: TokenEvidence): string | null {
  if (!isVerified(evidence)) return null;
  const matching = matches(evidence);
  const by = PROVEN_BY[evidence.signature?.is ?? 'verified'] ?? '';
  return `Valid: signature verified${by}${matching === null ? '' : `; ${matching}`}`;
}

/** The claims that match, with their verb; null without one. */
function matches({ claims }: TokenEvidence): string | null {
  const matching = claims
    .filter(({ result, part }) => result === 'match' && part === 'claim')
    .map(({ name }) => name);
  if (matching.length === 0) return null;
  return `${list(matching)} ${matching.length === 1 ? 'matches' : 'match'}`;
}

/** Nothing is wrong with the token, and nobody is known to have taken it. */
function unanswered({ token, life }: TokenEvidence): string {
  const [first] = life;
  const step = (first?.message ?? 0) + 1;
  return token.name === 'DPoP proof' && first?.wantsNonce
    ? `Not accepted: the server asked for a nonce in step ${step}, which takes a new proof`
    : 'Cannot tell: nothing in this flow shows whether it was accepted';
}

/** What speaks against a token although no finding says so. */
function failures(evidence: TokenEvidence): string {
  const forged = FORGED[evidence.signature?.is ?? 'verified'];
  const names = failedClaims(evidence).map(({ name }) => name);
  const verb = names.length === 1 ? 'differs' : 'differ';
  const differ = names.length === 0 ? [] : [`${list(names)} ${verb}`];
  return list([...(forged ? [forged] : []), ...differ]);
}

function missing(evidence: TokenEvidence): string {
  const { token, life } = evidence;
  const { view, name } = token;
  switch (view.kind) {
    case 'opaque': {
      const isUnused = life.every(({ deed }) => deed === 'issued');
      const use = name === 'refresh_token' ? 'redeemed' : 'used';
      return `Opaque token (not a JWT). Only its issuer can read it${isUnused ? `, and it was not ${use} in this flow` : ''}`;
    }
    case 'encrypted':
      return 'Encrypted token (JWE). Only its recipient can read it';
    case 'malformed':
      return `It begins like a JWT and cannot be decoded: ${view.reason}`;
    default: {
      const open = gaps(evidence);
      if (open.length === 0) return unanswered(evidence);
      const known = [isVerified(evidence) ? 'the signature is verified' : null, matches(evidence)];
      const good = known.filter((one) => one !== null).join(', ');
      return `Cannot tell: ${good === '' ? '' : `${good}, but `}${open.join('; ')}`;
    }
  }
}

/** What would have to be known to call a JWT valid. */
function gaps(evidence: TokenEvidence): readonly string[] {
  const open = openClaims(evidence);
  const [only] = open;
  const reason = notVerified(evidence);
  return [
    ...(reason === null ? [] : [`the signature is not verified, because ${reason}`]),
    ...(open.length === 1 && only
      ? [`${only.name} could not be compared, because ${only.told}`]
      : []),
    ...(open.length > 1 ? [`${list(open.map(({ name }) => name))} could not be compared`] : []),
  ];
}

function notVerified({ signature, token }: TokenEvidence): string | null {
  switch (signature?.is) {
    case 'unknown':
      return signature.because === 'no-keys' && BY_CLIENT.has(token.name)
        ? 'the keys of the client were not recorded'
        : OBSTACLES[signature.because];
    case 'no-key':
      return 'the recorded keys of its issuer have none for this token';
    case 'shared-secret':
      return BETWEEN_SERVERS.has(token.name)
        ? 'it is made with a secret that only two parties know'
        : 'only the server and the client know the secret';
    case 'unsigned':
      return 'the token is not signed';
    default:
      return null;
  }
}
