import { startsFlow } from '../../flow/facts/attempt.ts';
import { requestRefusal } from '../../flow/facts/request-refusal.ts';
import { scopeResources } from '../../flow/facts/scope-resources.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { refusalSentence } from '../shared/faulty-parameter-check.ts';
import { tokenErrorSentence } from '../shared/token-error-check.ts';

const ERRORS = new Set(['invalid_scope', 'invalid_target', 'invalid_request', 'invalid_resource']);
/** The words of a server that has said what is wrong. */
const SAYS =
  /\b(?:more than one|multiple|several|different) (?:resources?|audiences?|APIs?)\b|\b(?:one|single) resource\b/i;

export default defineCheck({
  title: 'The scopes are of more than one API',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'This server issues an access token for one API, so all scopes of a request have to belong to the same one.',
  fix: 'Ask for one token for each API: send its scopes alone, and use the refresh token to get the next one.',
  specs: [rfc(8707, '2'), rfc(6749, '3.3')],
  explains: [
    'token-error-invalid-scope',
    'token-error-invalid-target',
    'token-error-invalid-request',
    'token-error-unknown-code',
    'authz-error-invalid-scope',
    'authz-error-invalid-target',
    'authz-error-invalid-request',
    'authz-error-unknown-code',
    'error-page-shown',
    'scope-near-miss',
    'redirect-landing-failed',
  ],
  subject: ['authorization-request', 'token-request'],
  *check(message, flow) {
    const refused = refusalOf(message, flow);
    if (refused === null) return;
    const { scope, words, said } = refused;
    const { resources, oneEach } = scopeResources(scope, message.exchange.request.url);
    const says = SAYS.test(words);
    if (resources.length < 2 || !(oneEach || says)) return;
    yield {
      at: parameter('scope'),
      observed: `The scopes are for ${list(resources.slice(0, 5).map((one) => quote(one, 80)))}. ${said}`,
      expected: 'Scopes of one API',
      certainty: says ? 'certain' : 'likely',
    };
  },
});

interface Refused {
  readonly scope: string;
  readonly words: string;
  readonly said: string;
}

function refusalOf(message: AuthorizationRequest | TokenRequest, flow: Flow): Refused | null {
  if (message.kind === 'token-request') {
    const scope = message.params.get('scope');
    const { error, errorDescription } = message.response;
    if (!scope || error === null || !isAboutScope(error, errorDescription ?? '')) return null;
    return { scope, words: errorDescription ?? '', said: tokenErrorSentence(message) };
  }
  const scope = message.effective('scope');
  const refusal = startsFlow(message, flow) ? requestRefusal(flow) : null;
  if (!scope || !refusal || !isAboutScope(refusal.error, refusal.words)) return null;
  return { scope, words: refusal.words, said: refusalSentence(flow) };
}

/** invalid_request and pages are about many things; their words have to name the scope. */
function isAboutScope(error: string | null, words: string): boolean {
  if (error !== null && !ERRORS.has(error)) return false;
  if (error === 'invalid_scope' || error === 'invalid_target') return true;
  return /\bscopes?\b|\bresources?\b/i.test(words);
}
