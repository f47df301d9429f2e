import { isLatePoll } from '../../flow/facts/polls.ts';
import type { Flow } from '../../flow/flow.ts';
import { httpStatus } from '../../http/status.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { errorMembers } from '../../oauth/values/error-members.ts';
import type { ConsoleSetting } from '../../providers/registry/provider.ts';
import { list } from '../../words/numbers.ts';
import type { Owner } from '../../words/owners.ts';
import { quote } from '../../words/quote.ts';
import type { Severity } from '../../words/severities.ts';
import { type Check, defineCheck, member, type Observation } from '../check.ts';
import type { SpecLink } from '../finding.ts';
import type { Evidence } from './evidence.ts';
import { refusalFor } from './grant-refusals.ts';
import { handedInEvidence } from './handed-in-evidence.ts';
import { explained, providerWords, quoted } from './provider-words.ts';
import { redirectUriEvidence } from './redirect-uri-evidence.ts';
import { saidReason } from './said-reason.ts';

interface TokenErrorText {
  readonly code: string | readonly string[];
  readonly title: string;
  readonly owner: Owner;
  readonly severity?: Severity;
  readonly expected?: string;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  readonly aliases?: readonly string[];
  /** True for token requests with this code that another check covers. */
  readonly unless?: (message: TokenRequest) => boolean;
  /** What the code means for each grant. It replaces the texts above. */
  readonly byGrant?: Parameters<typeof refusalFor>[1];
  /** What the request shows. It replaces the texts of the check and of the grant. */
  readonly details?: (message: TokenRequest, flow: Flow) => Partial<Observation>;
  /** The setting at the server that the error is about. */
  readonly setting?: ConsoleSetting['setting'];
  /** What the values of the request show, beside others in the recording. It replaces any text. */
  readonly evidence?: (message: TokenRequest, flow: Flow) => Evidence | null;
}

/** The answer of the token endpoint, in one sentence; a shorter one when another says what it means. */
export function tokenErrorSentence({ exchange, response }: TokenRequest, means = ''): string {
  const status = exchange.response ? ` (${httpStatus(exchange.response)})` : '';
  const words = quoted(response.errorDescription, means);
  return `The token endpoint answered ${quote(response.error ?? '')}${status}${words || ownWords(response)}.`;
}

/** What the answer says in members of its own, when it has no error_description. */
function ownWords({ json }: TokenRequest['response']): string {
  const said = errorMembers(json).slice(0, 3);
  if (said.length === 0) return '';
  const words = said.map(({ name, value }) =>
    typeof value === 'number' ? `${name} ${value}` : `${name} ${quote(value)}`,
  );
  return `, with ${list(words)}`;
}

/**
 * Everything that is said about a refusal: by its grant, by what the request shows, by the words of
 * the server, and by the provider. The later is the more exact.
 */
export function refusalReport(
  message: TokenRequest,
  flow: Flow,
  text: Pick<TokenErrorText, 'byGrant' | 'details' | 'evidence' | 'setting'> & { fix?: string },
): Observation {
  const { byGrant, details, evidence, ...told } = text;
  const report = {
    at: member('error'),
    observed: tokenErrorSentence(message, providerWords(message, flow)?.told),
    ...refusalFor(message, byGrant),
    ...details?.(message, flow),
    ...saidReason(message),
  };
  const seen =
    evidence?.(message, flow) ??
    redirectUriEvidence(message, flow) ??
    handedInEvidence(message, flow);
  return explained(report, message, flow, { ...told, evidence: seen });
}

/**
 * Makes a check that reports a registered error code of the token endpoint (RFC 6749 section 5.2),
 * or several that mean the same.
 */
export function tokenErrorCheck(text: TokenErrorText): Check<'token-request'> {
  const { expected, unless } = text;
  const codes = new Set([text.code].flat());
  return defineCheck({
    title: text.title,
    severity: text.severity ?? 'error',
    owner: text.owner,
    basis: 'reported',
    effect: 'request-fails',
    why: text.why,
    fix: text.fix,
    specs: text.specs,
    ...(text.aliases ? { aliases: text.aliases } : {}),
    subject: 'token-request',
    *check(message, flow) {
      const { error } = message.response;
      if (error === null || !codes.has(error) || unless?.(message)) return;
      // Another check tells of a client that polls on after the answer to its code.
      if (isLatePoll(flow, message)) return;
      yield {
        ...(expected === undefined ? {} : { expected }),
        ...refusalReport(message, flow, text),
      };
    },
  });
}
