import { startsFlow } from '../../flow/facts/attempt.ts';
import { isBlamed, isRefusedFor, requestRefusal } from '../../flow/facts/request-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { quote } from '../../words/quote.ts';
import type { Severity } from '../../words/severities.ts';
import { type Check, defineCheck, type Observation, parameter } from '../check.ts';
import type { SpecLink } from '../finding.ts';
import { advice } from './advice.ts';

interface FaultyParameter {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  readonly aliases?: readonly string[];
  /** Error codes for this parameter, besides invalid_request. */
  readonly errors?: readonly string[];
  /** Ids of further checks whose findings only follow from a refusal of this parameter. */
  readonly explains?: readonly string[];
  /** What the fault is worth while the server did not refuse it; null for nothing. */
  readonly unrefused: Severity | null;
  /** What is wrong with the parameter; null when nothing is. */
  fault(message: AuthorizationRequest, flow: Flow): Fault | null;
}

type Fault = Pick<Observation, 'observed' | 'expected' | 'fix' | 'title' | 'why' | 'certainty'>;

/** Follows from every refusal of a request. */
const FOLLOWS = ['authz-error-invalid-request', 'error-page-shown', 'redirect-landing-failed'];

/**
 * Makes a check on a parameter of the authorization request that breaks a specification. It is an
 * error when the server refused the request and names no other reason.
 */
export function faultyParameterCheck(text: FaultyParameter): Check<'authorization-request'> {
  const { name, errors = [], explains = [], unrefused, fault, ...metadata } = text;
  return defineCheck({
    ...metadata,
    severity: 'error',
    owner: 'client',
    basis: 'observed',
    explains: [...FOLLOWS, ...explains],
    subject: 'authorization-request',
    *check(message, flow) {
      if (!startsFlow(message, flow)) return;
      const found = fault(message, flow);
      if (found === null) return;
      const at = parameter(name);
      if (isRefusedFor(flow, name, ['invalid_request', ...errors])) {
        const observed = `${found.observed} ${refusalSentence(flow)}`.trim();
        yield {
          at,
          certainty: isBlamed(flow, name) ? 'certain' : 'likely',
          ...found,
          observed,
          effect: 'request-fails',
        };
      } else if (unrefused !== null) {
        yield { at, ...found, severity: advice(flow, unrefused), explains: [] };
      }
    },
  });
}

/** What the server answered to a refused authorization request, in one sentence. */
export function refusalSentence(flow: Flow): string {
  const refusal = requestRefusal(flow);
  if (refusal === null) return '';
  const { error, words } = refusal;
  const said = words === '' ? '' : quote(words, 200);
  if (error === null) return said === '' ? '' : `The page of the server says ${said}.`;
  return `The server answered ${quote(error)}${said === '' ? '' : `: ${said}`}.`;
}
