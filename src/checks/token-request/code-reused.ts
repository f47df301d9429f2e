import { overlap } from '../../flow/facts/moments.ts';
import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
import { hasStatus, httpStatus } from '../../http/status.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { isFromPage, isSuccess } from '../../oauth/values/token-request-view.ts';
import { toMessage } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import { defineCheck, type Observation, parameter, rfc } from '../check.ts';

const PARALLEL = 5_000;
const DOUBLE_EFFECT = 1_000;
/** A code that is older than this may have expired. */
const FRESH = 60_000;

const REFUSED = ['token-error-invalid-grant', 'code-expired-likely', 'token-error-invalid-request'];
/** Findings on tokens that the server revoked because of it (RFC 6749 section 4.1.2). */
const REVOKED = ['refresh-invalid-grant', 'userinfo-failed', 'api-401-invalid-token'];

export default defineCheck({
  title: 'The authorization code is redeemed twice',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'A code works once. The second use is refused, and a careful server also revokes the tokens of the first.',
  fix: 'Redeem a code once: guard the callback so that it runs once, and take the code out of the URL before the exchange.',
  specs: [rfc(6749, '4.1.2'), rfc(6749, '10.5')],
  explains: REFUSED,
  subject: 'token-request',
  *check(message, flow) {
    const code = message.params.get('code');
    if (!code || message.grant !== 'authorization_code') return;
    const { uses, successes } = usesOf(flow).get(code) ?? NONE;
    const other = successes.find(
      (use) => use.exchange.id !== message.exchange.id && spent(use, message),
    );
    if (!other) {
      if (bothRefused(uses, message, flow)) yield refusedTogether(uses);
      return;
    }
    const gap = message.exchange.startedAt - other.exchange.startedAt;
    const double = Math.abs(gap) <= DOUBLE_EFFECT && isFromPage(message);
    const first = gap < 0 ? 'after' : 'before';
    yield {
      at: parameter('code'),
      observed: double
        ? `Two token requests carry this code, ${span(gap)} apart. So close together they usually come from a callback that runs twice, such as a React effect under StrictMode.`
        : `Another token request ${span(gap)} ${first} this one carried the same code and was answered ${statusWord(other)}.`,
      references: [toMessage(double ? 'Two token requests' : 'Another token request', other)],
      expected: 'One token request per code',
      severity: message.response.outcome === 'tokens' ? 'warning' : 'error',
      ...(mayHaveRevoked(message, flow) ? { explains: [...REFUSED, ...REVOKED] } : {}),
    };
  },
});

interface Uses {
  readonly uses: readonly TokenRequest[];
  /** Those that got tokens. */
  readonly successes: readonly TokenRequest[];
}

const NONE: Uses = { uses: [], successes: [] };

/** The uses of each code of this flow, anywhere in the recording. */
const usesOf = memoised((flow: Flow): ReadonlyMap<string, Uses> => {
  const codes = new Set(flow.tokenRequests.map(({ params }) => params.get('code')));
  return new Map(
    [...codes].flatMap((code) => {
      if (!code) return [];
      const uses = flow.recording.tokenRequestsWith('code', code).map(({ message }) => message);
      return [[code, { uses, successes: uses.filter(isSuccess) }] as const];
    }),
  );
});

/**
 * Whether the refusal may have revoked tokens: no later use of a token succeeded or failed for
 * another reason.
 */
function mayHaveRevoked(message: TokenRequest, flow: Flow): boolean {
  if (message.response.error !== 'invalid_grant') return false;
  return message.exchange.startedAt >= lastProofOfLife(flow);
}

/** The last moment that shows that a token of the flow was not revoked. */
const lastProofOfLife = memoised(({ messages }: Flow): number => {
  const proof = messages.findLast((use) => {
    if (use.kind === 'token-request') return use.grant === 'refresh_token' && isSuccess(use);
    if (use.kind !== 'userinfo-request' && use.kind !== 'api-call') return false;
    return !hasStatus(use.exchange.response, 401, 401);
  });
  return proof?.exchange.startedAt ?? Number.NEGATIVE_INFINITY;
});

/** Whether the other request had already used the code, or competed with this one for it. */
function spent(other: TokenRequest, self: TokenRequest): boolean {
  // A DPoP nonce challenge asks for the same request again.
  if (!other.exchange.response || other.response.error === 'use_dpop_nonce') return false;
  if (self.response.error === 'use_dpop_nonce') return false;
  const gap = self.exchange.startedAt - other.exchange.startedAt;
  const earlier = gap > 0 || (gap === 0 && other.exchange.id < self.exchange.id);
  const refused = self.response.error === 'invalid_grant';
  return isSuccess(other) && (earlier || (gap > -PARALLEL && refused));
}

/**
 * Whether a second use at the same time can be why all uses were refused, this first one too: a server
 * revokes what it is about to issue (RFC 6749 section 4.1.2). Nothing else is wrong with the code.
 */
function bothRefused(
  uses: readonly TokenRequest[],
  message: TokenRequest,
  { facts, messages, responses }: Flow,
): boolean {
  const [first, second] = uses;
  if (first?.exchange.id !== message.exchange.id || !second) return false;
  const isRefused = ({ response }: TokenRequest): boolean => response.error === 'invalid_grant';
  if (!isRefused(first) || !isRefused(second) || !overlap(first.exchange, second.exchange)) {
    return false;
  }
  const { id, startedAt } = first.exchange;
  if (
    facts.pkce.some((fact) => fact.matches === false && messages[fact.message]?.exchange.id === id)
  )
    return false;
  const issue = responses.find(({ params }) => params.get('code') === first.params.get('code'));
  return issue !== undefined && startedAt - issue.exchange.startedAt <= FRESH;
}

function refusedTogether(uses: readonly TokenRequest[]): Observation {
  const [first, second] = uses;
  const gap = (second?.exchange.startedAt ?? 0) - (first?.exchange.startedAt ?? 0);
  return {
    at: parameter('code'),
    observed: `Two token requests carried this code ${span(gap)} apart, and the server refused both: a second use also revokes what the first one would have got.`,
    references: second ? [toMessage('Two token requests', second)] : [],
    expected: 'One token request per code',
    certainty: 'likely',
  };
}

function statusWord({ exchange }: TokenRequest): string {
  return exchange.response ? `with ${httpStatus(exchange.response)}` : 'by nobody';
}
