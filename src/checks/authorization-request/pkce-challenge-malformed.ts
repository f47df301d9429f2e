import { startsFlow } from '../../flow/facts/attempt.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'code_challenge does not have the form that its method needs',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'The server hashes the verifier and compares text with text. Hex, padding or the other base64 alphabet never match.',
  fix: 'Send base64url(SHA-256(ASCII(code_verifier))) without "=": 43 characters.',
  specs: [rfc(7636, '4.2'), rfc(7636, 'appendix A')],
  explains: ['pkce-verifier-mismatch', 'token-error-invalid-grant', 'authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    const challenge = message.effective('code_challenge');
    if (!challenge || !startsFlow(message, flow)) return;
    const method = message.effective('code_challenge_method') || 'plain';
    const mistake = method === 'S256' ? digestMistake(challenge) : plainMistake(method, challenge);
    if (mistake === null) return;
    yield {
      at: parameter('code_challenge'),
      ...(method === 'plain'
        ? {
            fix: 'Use S256; a plain challenge is the code_verifier itself, of 43 to 128 characters.',
          }
        : {}),
      observed: `code_challenge has ${challenge.length} characters: ${mistake}.`,
      expected:
        method === 'S256'
          ? '43 characters of A-Z, a-z, 0-9, "-" and "_"'
          : '43 to 128 unreserved characters',
    };
  },
});

function digestMistake(challenge: string): string | null {
  if (/^[A-Za-z0-9_-]{43}$/.test(challenge)) return null;
  if (/^[0-9a-f]{64}$/i.test(challenge)) return 'it is a SHA-256 hash in hex instead of base64url';
  if (/^[A-Za-z0-9_-]{43}=$/.test(challenge)) return 'it ends with the padding "="';
  if (/^[A-Za-z0-9+/ ]{43}=?$/.test(challenge)) return 'it is base64 instead of base64url';
  if (/^[A-Za-z0-9_-]{86}$/.test(challenge))
    return 'it is the base64url of 64 bytes, such as a hash in hex or SHA-512';
  return 'that is not a SHA-256 hash in base64url';
}

function plainMistake(method: string, challenge: string): string | null {
  if (method !== 'plain' || /^[A-Za-z0-9._~-]{43,128}$/.test(challenge)) return null;
  return challenge.length < 43 || challenge.length > 128
    ? 'a plain challenge has 43 to 128'
    : 'it has characters that a verifier may not have';
}
