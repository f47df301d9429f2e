import type { PkceFact, PkceManner } from '../../flow/facts/facts.ts';
import type { Flow } from '../../flow/flow.ts';
import { toAttempt } from '../../words/references.ts';
import { apart } from '../../words/times.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

/** What is wrong, and what to do about it. */
interface MannerWords {
  readonly told: string;
  readonly fix: string;
}

const MANNERS: Readonly<Record<Exclude<PkceManner, 'verifier-of-another-attempt'>, MannerWords>> = {
  'challenge-sent-as-verifier': {
    told: 'The value is the challenge itself.',
    fix: 'Send the verifier, from which the challenge was computed.',
  },
  'base64-instead-of-base64url': {
    told: 'The challenge is base64, not base64url: it has "+" or "/" in it.',
    fix: 'Encode the hash in base64url: "-" for "+", "_" for "/", and no "=" at the end.',
  },
  padding: {
    told: 'The challenge ends with "=", which base64url here leaves out.',
    fix: 'Leave out the "=" at the end of code_challenge.',
  },
  'hex-instead-of-base64url': {
    told: 'The challenge is the hash in hexadecimal, not in base64url.',
    fix: 'Encode the 32 bytes of the hash in base64url, not its hexadecimal text.',
  },
  'double-hash': {
    told: 'The challenge is the hash of the hash.',
    fix: 'Hash the verifier once: code_challenge is base64url(SHA-256(code_verifier)).',
  },
  'plain-challenge-with-s256': {
    told: 'The challenge is the verifier itself, but the authorization request said code_challenge_method=S256.',
    fix: 'Send base64url(SHA-256(code_verifier)) as code_challenge.',
  },
  's256-challenge-with-plain': {
    told: 'The challenge is a hash, but the authorization request said plain, or did not say code_challenge_method at all.',
    fix: 'Add code_challenge_method=S256 to the authorization request.',
  },
  unexplained: {
    told: 'No recorded authorization request used the matching challenge.',
    fix: 'Send the verifier whose hash went into code_challenge of this authorization request: find what replaces it in between, such as a reload, a second instance of the client, or a server-side session that is shared or lost.',
  },
};

export default defineCheck({
  title: 'code_verifier does not match code_challenge',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The server hashes the verifier and compares it with the challenge of the authorization request. They have to belong to the same attempt.',
  fix: 'Keep one verifier per state and do not make a new one when the page reloads or another tab starts a login.',
  specs: [rfc(7636, '4.6')],
  explains: ['token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check({ exchange, response }, flow) {
    const fact = flow.facts.pkce.find(
      (one) => flow.messages[one.message]?.exchange.id === exchange.id,
    );
    if (fact?.matches !== false || fact.manner === 'challenge-sent-as-verifier') return;
    const manner = fact.manner ?? 'unexplained';
    const told =
      manner === 'verifier-of-another-attempt'
        ? otherAttempt(fact, flow)
        : { text: MANNERS[manner].told, fix: MANNERS[manner].fix };
    yield {
      at: parameter('code_verifier'),
      observed: `The hash of code_verifier is not the code_challenge of this attempt. ${told.text}`,
      ...('references' in told ? { references: told.references } : { fix: told.fix }),
      expected: 'base64url(sha256(code_verifier)) = code_challenge',
      ...(response.outcome === 'tokens' ? { severity: 'warning', certainty: 'likely' } : {}),
    };
  },
});

function otherAttempt({ s256, otherFlow }: PkceFact, { recording, startedAt }: Flow) {
  const other = recording
    .requestsWith('code_challenge', s256)
    .find((located) => otherFlow === null || located.flow === otherFlow);
  if (!other) return { text: 'It matches the challenge of another attempt.', references: [] };
  const when = apart(other.message.exchange.startedAt, startedAt);
  const words = `the attempt that started ${when} this one`;
  return { text: `It matches ${words}.`, references: [toAttempt(words, other.message)] };
}
