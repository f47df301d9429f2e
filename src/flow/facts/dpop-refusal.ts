import { headerValues } from '../../http/headers.ts';
import { percentNormalized } from '../../http/percent.ts';
import { parseUrl } from '../../http/url.ts';
import type { MessageKind, MessageOf } from '../../oauth/message.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { wantsDpopNonce } from './dpop-proofs.ts';
import { errorOf } from './reported-error.ts';
import { saidIn } from './said.ts';

/** The messages that carry DPoP proofs (RFC 9449 sections 5, 7 and 10.1). */
export const WITH_PROOF = [
  'token-request',
  'pushed-authorization-request',
  'api-call',
  'userinfo-request',
] as const satisfies readonly MessageKind[];

/** A request that can carry a DPoP proof. */
export type WithProof = MessageOf<(typeof WITH_PROOF)[number]>;

/** The refusal of a request with a DPoP proof, which the proof may be the reason of. */
export interface ProofRefusal {
  /** The values of the header DPoP: one, unless the client made a mistake. */
  readonly proofs: readonly string[];
  /** Whether the server says that the proof or its key is the reason. */
  readonly isNamed: boolean;
  /** The words of the server; empty when it gave none. */
  readonly words: string;
}

/** Servers accept proofs for some seconds or minutes (RFC 9449 section 11.1). In milliseconds. */
export const PROOF_WINDOW = 60_000;

/** Names of a proof and its parts. The short ones may also stand between the hyphens of a random value. */
const NAMES = /\bdpop\b|\bproof\b|thumbprint|(?<![\w-])(?:ht[mu]|ath|jti|jkt|cnf|jwk)(?![\w-])/i;
/** Codes that a server also uses for a proof that it does not accept, or for the key of a token. */
const BROAD = new Set(['invalid_request', 'invalid_grant', 'invalid_token', 'invalid_client']);

/** Whether the server may have refused a request for its DPoP proof, and how; null when not. */
export function proofRefusal(message: WithProof): ProofRefusal | null {
  const { exchange } = message;
  const proofs = headerValues(exchange.request.headers, 'dpop').map((value) => value.trim());
  if (proofs.length === 0 || wantsDpopNonce(message)) return null;
  const said = refusalOf(message);
  if (said === null) return null;
  const { code, words } = said;
  const isNamed = code === 'invalid_dpop_proof' || NAMES.test(words);
  if (!isNamed && (words !== '' || (code !== null && !BROAD.has(code)))) return null;
  return { proofs, isNamed, words };
}

function refusalOf(
  message: WithProof,
): { readonly code: string | null; readonly words: string } | null {
  const { exchange } = message;
  const body = saidIn(exchange);
  if (message.kind === 'token-request' || message.kind === 'pushed-authorization-request') {
    const code = errorOf(message);
    return code === null ? null : { code, words: body.text?.slice(0, 1_000) ?? '' };
  }
  if (refusedWith(exchange) !== 401) return null;
  const challenge = bearerChallenge(exchange);
  return {
    code: challenge?.error ?? body.code,
    words: (challenge?.description ?? body.text ?? '').slice(0, 1_000),
  };
}

/**
 * A URL as servers compare it with htu: without user, query and fragment, and normalised (RFC 9449
 * section 4.3). Null for what is no URL.
 */
export function asHtu(url: string): string | null {
  const parsed = parseUrl(url);
  return parsed && `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
}

/** Whether `htu` of a proof is the URL of its request, as servers compare them. */
export function isSameHtu(htu: string, url: string): boolean {
  const here = asHtu(url);
  return here !== null && percentNormalized(asHtu(htu) ?? htu) === percentNormalized(here);
}
