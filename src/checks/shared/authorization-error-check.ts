import { isSilent } from '../../flow/facts/silent.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { ConsoleSetting } from '../../providers/registry/provider.ts';
import type { Owner } from '../../words/owners.ts';
import { quote } from '../../words/quote.ts';
import type { Severity } from '../../words/severities.ts';
import { type Check, defineCheck, parameter } from '../check.ts';
import type { SpecLink } from '../finding.ts';
import type { Evidence } from './evidence.ts';
import { explained, providerWords, quoted } from './provider-words.ts';

interface AuthorizationErrorText {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly owner: Owner;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  /**
   * Severity for a request with prompt=none. A silent attempt may fail without anything being
   * wrong.
   */
  readonly silent?: Severity;
  /** The setting at the server that the error is about. */
  readonly setting?: ConsoleSetting['setting'];
  /** What else of the recording tells about this refusal. */
  readonly evidence?: (message: AuthorizationResponse, flow: Flow) => Evidence | null;
}

/** Whether the response is the first of its flow that carries this error: a reload repeats it. */
export function reportsFirst(message: AuthorizationResponse, flow: Flow): boolean {
  const error = message.params.get('error');
  return flow.responses.find(({ params }) => params.get('error') === error) === message;
}

/**
 * The answer of the authorization endpoint, in one sentence; a shorter one when another says what it
 * means.
 */
export function authorizationErrorSentence({ params }: AuthorizationResponse, means = ''): string {
  const words = quoted(params.get('error_description'), means) || ', without an error_description';
  const uri = params.get('error_uri');
  const more = uri ? ` It refers to ${quote(uri)}.` : '';
  return `The server answered ${quote(params.get('error') ?? '')}${words}.${more}`;
}

/** Makes a check that reports one registered error code (RFC 6749 section 4.1.2.1). */
export function authorizationErrorCheck(
  text: AuthorizationErrorText,
): Check<'authorization-response'> {
  const { code, silent, evidence, setting, ...metadata } = text;
  return defineCheck({
    ...metadata,
    basis: 'reported',
    effect: 'request-fails',
    // A callback may answer an error response with an error page.
    explains: ['redirect-landing-failed'],
    subject: 'authorization-response',
    *check(message, flow) {
      if (message.params.get('error') !== code || !reportsFirst(message, flow)) return;
      const report = {
        at: parameter('error'),
        observed: authorizationErrorSentence(message, providerWords(message, flow)?.told),
        ...(silent !== undefined && isSilent(flow, message) ? { severity: silent } : {}),
      };
      yield explained(report, message, flow, {
        fix: text.fix,
        setting,
        evidence: evidence?.(message, flow) ?? null,
      });
    },
  });
}
