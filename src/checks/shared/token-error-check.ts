import { exchangedLater } from '../../flow/facts/token-use.ts';
import { httpStatus } from '../../http/status.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { Owner } from '../../words/owners.ts';
import { quote } from '../../words/quote.ts';
import type { Severity } from '../../words/severities.ts';
import { type Check, defineCheck, member } from '../check.ts';
import type { SpecLink } from '../finding.ts';

interface TokenErrorText {
  readonly code: string;
  readonly title: string;
  readonly owner: Owner;
  readonly severity?: Severity;
  readonly expected?: string;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  /** True for token requests with this code that another check covers. */
  readonly unless?: (message: TokenRequest) => boolean;
}

/** The answer of the token endpoint, in one sentence. */
export function tokenErrorSentence({ exchange, response }: TokenRequest): string {
  const status = exchange.response ? ` (${httpStatus(exchange.response)})` : '';
  const words = response.errorDescription ? `: ${quote(response.errorDescription, 300)}` : '';
  return `The token endpoint answered ${quote(response.error ?? '')}${status}${words}.`;
}

/**
 * Makes a check that reports one registered error code of the token endpoint (RFC 6749 section
 * 5.2).
 */
export function tokenErrorCheck(text: TokenErrorText): Check<'token-request'> {
  const { code, expected, unless } = text;
  return defineCheck({
    title: text.title,
    severity: text.severity ?? 'error',
    owner: text.owner,
    basis: 'reported',
    effect: 'request-fails',
    why: text.why,
    fix: text.fix,
    specs: text.specs,
    subject: 'token-request',
    *check(message, flow) {
      if (message.response.error !== code || unless?.(message)) return;
      yield {
        at: member('error'),
        observed: tokenErrorSentence(message),
        ...(expected === undefined ? {} : { expected }),
        // Some clients try one authentication method after another.
        ...(exchangedLater(flow, message) ? { severity: 'info' as const } : {}),
      };
    },
  });
}
