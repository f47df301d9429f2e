import { startsFlow } from '../../flow/facts/attempt.ts';
import { isRefusedFor, requestRefusal } from '../../flow/facts/request-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { type Check, defineCheck, parameter } from '../check.ts';
import type { SpecLink } from '../finding.ts';
import { refusalSentence } from './faulty-parameter-check.ts';
import { type ScopeFault, scopeFault } from './scope-fault.ts';
import { tokenErrorSentence } from './token-error-check.ts';

interface ScopeFaultText {
  readonly kind: ScopeFault['kind'];
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  readonly aliases?: readonly string[];
  /** Whether this kind of fault is none at this server. */
  readonly unless?: (endpoint: string) => boolean;
}

/** Makes a check on a scope that an authorization or token endpoint refused. */
export function scopeFaultCheck(
  text: ScopeFaultText,
): Check<'authorization-request' | 'token-request'> {
  const { kind, unless, ...metadata } = text;
  return defineCheck({
    ...metadata,
    severity: 'error',
    owner: 'client',
    basis: 'heuristic',
    effect: 'request-fails',
    explains: [
      'authz-error-invalid-scope',
      'authz-error-invalid-request',
      'token-error-invalid-scope',
      'token-error-invalid-request',
      'error-page-shown',
      'redirect-landing-failed',
    ],
    subject: ['authorization-request', 'token-request'],
    *check(message, flow) {
      const refused = refusalOf(message, flow);
      if (refused === null || unless?.(message.exchange.request.url)) return;
      const fault = scopeFault(refused.scope, flow);
      if (fault?.kind !== kind) return;
      const { told, kind: _, ...more } = fault;
      yield { at: parameter('scope'), observed: `${told} ${refused.said}`, ...more };
    },
  });
}

/** The scope that was refused, and the answer in one sentence. */
function refusalOf(
  message: AuthorizationRequest | TokenRequest,
  flow: Flow,
): { readonly scope: string; readonly said: string } | null {
  if (message.kind === 'token-request') {
    const scope = message.params.get('scope');
    const { error, errorDescription } = message.response;
    if (!scope || !isAboutScope(error, errorDescription ?? '')) return null;
    return { scope, said: tokenErrorSentence(message) };
  }
  const scope = message.effective('scope');
  const refusal = startsFlow(message, flow) ? requestRefusal(flow) : null;
  if (!scope || !refusal || !isAboutScope(refusal.error, refusal.words)) return null;
  if (!isRefusedFor(flow, 'scope', ['invalid_scope', 'invalid_request'])) return null;
  return { scope, said: refusalSentence(flow) };
}

function isAboutScope(error: string | null, words: string): boolean {
  if (error === 'invalid_scope') return true;
  return (error === null || error === 'invalid_request') && /\bscopes?\b/i.test(words);
}
