import { startsFlow } from '../../flow/facts/attempt.ts';
import { decodeBase64url } from '../../http/base64.ts';
import { s256 } from '../../http/digest.ts';
import { percentDecoded } from '../../http/percent.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { jsonText } from '../../oauth/values/json.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { isPlaceholder } from '../../oauth/values/placeholder.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

/** RFC 7636 section 4.1. */
const VERIFIERS = /[A-Za-z0-9._~-]{43,128}/g;
const TOKEN = /(?:^|["&?])(access_token|refresh_token|id_token)"?\s*[:=]\s*"?([\w.~+/-]{20,})/;
const MAX_STATE = 20_000;
const MAX_TRIED = 20;

export default defineCheck({
  title: 'state contains a secret',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'state travels in URLs through the browser, its history and the logs of both sides, together with the code.',
  fix: 'Keep secrets in the session or in sessionStorage, and send a random key to them as state.',
  specs: [rfc(9700, '4.7.1'), rfc(9700, '2.1.1')],
  subject: 'authorization-request',
  *check(message, flow) {
    const state = message.effective('state');
    if (!state || !startsFlow(message, flow) || state.length > MAX_STATE) return;
    const texts = readingsOf(state);
    const token = texts.flatMap((text) => TOKEN.exec(text) ?? []);
    const at = parameter('state');
    if (token[1] !== undefined && !isPlaceholder(token[2] ?? '')) {
      yield { at, observed: `state can be read by anybody, and has ${token[1]} in it.` };
    } else if (texts.some((text) => holdsVerifier(text, message))) {
      yield {
        at,
        title: 'state contains the code verifier',
        observed:
          'state has the code_verifier in it that belongs to the code_challenge of the request.',
        why: 'Who sees the response then has the code and its verifier, so PKCE protects nothing.',
        severity: 'warning',
      };
    }
  },
});

/** The state as it is, and as text that is encoded in it. */
function readingsOf(state: string): readonly string[] {
  const bare = percentDecoded(state);
  const inside = /^[A-Za-z0-9_+/-]{8,}={0,2}$/.test(bare) ? decodeBase64url(bare) : null;
  const jwt = jwtOf(bare);
  return [bare, ...(inside === null ? [] : [inside]), ...(jwt ? [jsonText(jwt.claims)] : [])];
}

/** Whether a part of the text is the verifier: its hash is the challenge. */
function holdsVerifier(text: string, message: AuthorizationRequest): boolean {
  const challenge = message.effective('code_challenge');
  if (!challenge || message.effective('code_challenge_method') !== 'S256') return false;
  const parts = (text.match(VERIFIERS) ?? []).slice(0, MAX_TRIED);
  return parts.some((part) => s256(part) === challenge);
}
