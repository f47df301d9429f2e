import { isSilent } from '../../flow/facts/silent.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { findSignature } from '../../providers/registry/errors.ts';
import { isIdentifiable } from '../../providers/registry/identify.ts';
import type { Owner } from '../../words/owners.ts';
import { quote } from '../../words/quote.ts';
import type { Severity } from '../../words/severities.ts';
import { type Check, defineCheck, type Observation, parameter } from '../check.ts';
import type { SpecLink } from '../finding.ts';
import { type Evidence, withEvidence } from './evidence.ts';

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
  /** What else of the recording tells about this refusal. */
  readonly evidence?: (message: AuthorizationResponse, flow: Flow) => Evidence | null;
}

/** Whether the response is the first of its flow that carries this error: a reload repeats it. */
export function reportsFirst(message: AuthorizationResponse, flow: Flow): boolean {
  const error = message.params.get('error');
  return flow.responses.find(({ params }) => params.get('error') === error) === message;
}

/** The answer of the authorization endpoint, in one sentence. */
export function authorizationErrorSentence({ params }: AuthorizationResponse): string {
  const description = params.get('error_description');
  const words = description ? `: ${quote(description, 300)}` : ', without an error_description';
  const uri = params.get('error_uri');
  const more = uri ? ` It refers to ${quote(uri)}.` : '';
  return `The server answered ${quote(params.get('error') ?? '')}${words}.${more}`;
}

/** A more exact fix, when the provider is known and the description matches one of its errors. */
function knownFix({ params, issuedBy }: AuthorizationResponse): Partial<Observation> {
  const description = params.get('error_description');
  const match = description ? findSignature(issuedBy, description) : null;
  if (!match || !isIdentifiable(match.provider) || match.signature.about === 'other') return {};
  const { fix, about, means, owner } = match.signature;
  const isStep = about === 'step';
  return {
    fix,
    ...(isStep ? { title: `Not a refusal: ${means}`, severity: 'info' } : {}),
    ...(isStep && owner ? { owner } : {}),
  };
}

/** Makes a check that reports one registered error code (RFC 6749 section 4.1.2.1). */
export function authorizationErrorCheck(
  text: AuthorizationErrorText,
): Check<'authorization-response'> {
  const { code, silent, evidence, ...metadata } = text;
  return defineCheck({
    ...metadata,
    basis: 'reported',
    effect: 'request-fails',
    // A callback may answer an error response with an error page.
    explains: ['redirect-landing-failed'],
    subject: 'authorization-response',
    *check(message, flow) {
      if (message.params.get('error') !== code || !reportsFirst(message, flow)) return;
      yield {
        at: parameter('error'),
        ...withEvidence(authorizationErrorSentence(message), evidence?.(message, flow) ?? null),
        ...(silent !== undefined && isSilent(flow, message) ? { severity: silent } : {}),
        ...knownFix(message),
      };
    },
  });
}
