import type { Finding } from '../checks/finding.ts';
import { isFederated } from '../flow/facts/attempt.ts';
import { handedOver } from '../flow/facts/handover-end.ts';
import { lastError } from '../flow/facts/reported-error.ts';
import type { Flow } from '../flow/flow.ts';
import { asksForNothing } from '../oauth/values/response-type.ts';
import { asksForNoToken, attemptWord } from '../words/grant-words.ts';
import type { Outcome, Sign } from '../words/outcomes.ts';
import { shortened } from '../words/quote.ts';
import type { Verdict } from './analysed-flow.ts';
import { probeVerdict } from './probe-verdict.ts';
import { rootCause } from './root-cause.ts';
import { signOf } from './sign.ts';

const MAX_OBSERVED = 320;

/** One sentence about the flow. It names the root cause when one is known. */
export function verdictOf(flow: Flow, findings: readonly Finding[], outcome: Outcome): Verdict {
  const cause = rootCause(findings, outcome, flow);
  const sign = signOf(outcome, findings);
  const plain = plainText(flow, outcome);
  if (!cause) return probeVerdict(flow, findings, outcome) ?? plainVerdict(plain, sign);
  const { references } = cause;
  const told = sentence(cause);
  const detail = cause.observed || null;
  if (sign !== 'bad') {
    const text = outcome === 'succeeded' ? `${plain} ${told}` : told;
    return { text, headline: plain, detail: null, context: null, references, cause, sign };
  }
  if (outcome !== 'succeeded') {
    return { text: told, headline: cause.title, detail, context: null, references, cause, sign };
  }
  const context = `The ${attemptWord(flow.grant)} itself worked.`;
  const text = `${told} ${context}`;
  return { text, headline: cause.title, detail, context, references, cause, sign };
}

/** The problem to tell beside a headline that is not about it; null without one. */
export function besideHeadline({ cause, sign }: Verdict): Finding | null {
  return cause !== null && sign !== 'bad' && cause.severity !== 'info' ? cause : null;
}

/** A verdict without a cause. */
export function plainVerdict(text: string, sign: Sign): Verdict {
  return { text, headline: text, detail: null, context: null, references: [], cause: null, sign };
}

function sentence({ title, observed }: Finding): string {
  const bare = shortened(observed.replace(/\.$/, ''), MAX_OBSERVED);
  return bare === '' ? `${title}.` : `${title}: ${bare}${/(?:…|[.!?]"?)$/.test(bare) ? '' : '.'}`;
}

function plainText(flow: Flow, outcome: Outcome): string {
  const thing = attemptWord(flow.grant);
  if (outcome === 'succeeded') {
    if (flow.grant === 'logout') return 'The logout worked.';
    const decided = flow.tokenRequests.at(-1)?.response.outcome === 'decision';
    if (decided || asksForNoToken(flow.grant)) return `The ${thing} was answered.`;
    if (handedOver(flow) === 'taken' && !hasTokens(flow)) {
      return `The ${thing} worked: the back end of the application took the code.`;
    }
    return asksForNothing(flow.request)
      ? `The ${thing} worked; it asked for neither code nor token.`
      : `The ${thing} worked: tokens were issued.`;
  }
  if (outcome === 'unfinished') return `The ${thing} has started; there is no response yet.`;
  if (outcome === 'failed') {
    const error = lastError(flow);
    return error === null
      ? `The ${thing} failed; the recording does not show why.`
      : `The ${thing} failed: the server answered ${error}.`;
  }
  if (flow.tokenRequests.length === 0 && flow.responses.at(-1)?.jarm === 'encrypted') {
    return 'The server returned an encrypted response. Only the client can read it, and what the client did with it is not in the recording.';
  }
  if (flow.tokenRequests.length === 0 && isFederated(flow)) {
    return 'The server returned a code to the broker. The broker redeems it outside of the browser.';
  }
  if (flow.tokenRequests.length === 0 && flow.recording.lacksMessages()) {
    return 'The server returned a code. Its exchange was not read: an entry of the file that may be it cannot be read.';
  }
  return flow.tokenRequests.length > 0
    ? `The ${thing} reached the token endpoint; its response could not be read.`
    : 'The server returned a code. Its exchange is not in the recording; a back end probably made it.';
}

function hasTokens({ tokenRequests }: Flow): boolean {
  return tokenRequests.some(({ response }) => response.accessToken !== null);
}
