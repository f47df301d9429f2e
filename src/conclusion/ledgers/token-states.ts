import { type FlowToken, isSdJwt } from '../../flow/facts/flow-tokens.ts';
import type { TokenState } from '../token-evidence.ts';

/** The states of a token as signs and words. */
export const TOKEN_STATES: Readonly<Record<TokenState, readonly [mark: string, word: string]>> = {
  valid: ['✔', 'valid'],
  doubtful: ['⚠', 'doubtful'],
  'not-valid': ['✖', 'not valid'],
  ended: ['⊘', 'ended'],
  unknown: ['◌', 'cannot tell'],
};

/** The beginning of an assertion in base64, or its first sign. */
const SAML = /^(?:PHNhbWw|PD94bWw|PEFzc2VydGlvb|<)/;

/** The form of a token in a word. */
export function formOf({ view, text }: FlowToken): string {
  if (isSdJwt(text)) return 'SD-JWT';
  if (view.kind === 'jwt') return 'JWT';
  if (SAML.test(text)) return 'SAML';
  return view.kind === 'encrypted' ? 'JWE' : view.kind;
}
