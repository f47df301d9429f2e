import { base64, base64url } from '../../http/base64.ts';
import { digest, hex, s256, sha256Bytes } from '../../http/digest.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { Message } from '../../oauth/message.ts';
import type { RecordingView } from '../flow.ts';
import type { PkceFact, PkceManner } from './facts.ts';

/** Compares every code verifier of a flow with its challenge (RFC 7636 section 4.6). */
export function pkceFacts(
  flowId: string,
  messages: readonly Message[],
  request: AuthorizationRequest | null,
  recording: RecordingView,
): readonly PkceFact[] {
  const facts: PkceFact[] = [];
  for (const [index, message] of messages.entries()) {
    if (message.kind !== 'token-request') continue;
    const verifier = message.params.get('code_verifier');
    if (verifier) facts.push(pkceFact(flowId, index, message, verifier, request, recording));
  }
  return facts;
}

function pkceFact(
  flowId: string,
  index: number,
  message: TokenRequest,
  verifier: string,
  request: AuthorizationRequest | null,
  recording: RecordingView,
): PkceFact {
  const hashed = s256(verifier);
  const challenge = request?.effective('code_challenge');
  const base = { message: index, s256: hashed };
  if (challenge === undefined) return { ...base, matches: null, manner: null, otherFlow: null };
  const plain = (request?.effective('code_challenge_method') ?? 'plain') === 'plain';
  const matches = plain ? verifier === challenge : hashed === challenge;
  if (matches) return { ...base, matches, manner: null, otherFlow: null };
  const { startedAt } = message.exchange;
  const isOther = ({ flow }: { readonly flow: string }): boolean => flow !== flowId;
  const other = recording.lastRequestWith('code_challenge', hashed, startedAt, isOther);
  const manner = other ? 'verifier-of-another-attempt' : mannerOf(verifier, challenge, plain);
  return { ...base, matches, manner, otherFlow: other?.flow ?? null };
}

function mannerOf(verifier: string, challenge: string, plain: boolean): PkceManner {
  const bytes = sha256Bytes(verifier);
  if (plain && base64url(bytes) === challenge) return 's256-challenge-with-plain';
  if (verifier === challenge) return 'challenge-sent-as-verifier';
  if (challenge.replace(/=+$/, '') === base64url(bytes)) return 'padding';
  if (challenge.replace(/=+$/, '') === base64(bytes).replace(/=+$/, ''))
    return 'base64-instead-of-base64url';
  if (
    challenge.toLowerCase() === hex(bytes) ||
    challenge === base64url(new TextEncoder().encode(hex(bytes)))
  ) {
    return 'hex-instead-of-base64url';
  }
  const twice = [
    base64url(digest(bytes)),
    base64url(sha256Bytes(base64url(bytes))),
    base64url(sha256Bytes(hex(bytes))),
  ];
  return twice.includes(challenge) ? 'double-hash' : 'unexplained';
}
