import { startsFlow } from '../../flow/facts/attempt.ts';
import { type PushedUse, pushedUse } from '../../flow/facts/pushed-use.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import { span } from '../../words/times.ts';
import { defineCheck, type Observation, parameter, rfc } from '../check.ts';
import { quotedRefusal } from '../shared/refusal-words.ts';

/** How servers say that they do not know a request_uri, or no longer. */
const GONE =
  /request_?uri|pushed authorization|\bPAR\b|request (?:has |was |is )?(?:expired|already (?:been )?used)/i;

export default defineCheck({
  title: 'The server no longer accepts the request_uri of the pushed request',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A pushed request lives for a short time, often a minute, and a server may accept its request_uri only once.',
  fix: 'Push the request when the user starts the login, redirect at once, and push a new one for each attempt.',
  specs: [rfc(9126, '2.2'), rfc(9126, '4'), rfc(9126, '7.3')],
  explains: [
    'authz-error-invalid-request-uri',
    'authz-error-invalid-request',
    'authz-error-invalid-request-object',
    'error-page-shown',
  ],
  aliases: ['par-request-uri-reused'],
  subject: 'authorization-request',
  *check(request, flow) {
    const requestUri = request.params.get('request_uri');
    if (!requestUri || !startsFlow(request, flow)) return;
    const refusal = refusalText(flow);
    if (!GONE.test(refusal)) return;
    const use = pushedUse(request, flow);
    if (use === null && !requestUri.startsWith('urn:')) return;
    const said = `The server said ${quotedRefusal(refusal)}.`;
    yield { at: parameter('request_uri'), ...textFor(use, said) };
  },
});

function textFor(use: PushedUse | null, said: string): Observation {
  switch (use?.is) {
    case 'late':
      return {
        title: 'The request_uri of the pushed request had expired',
        observed: `The browser used the request_uri ${span(use.after)} after the server issued it for ${span(use.lifetime)}. ${said}`,
      };
    case 'again':
      return {
        title: 'The request_uri of the pushed request was used before',
        observed: `The browser used the same request_uri ${span(use.ago)} earlier. ${said}`,
        fix: 'Push a new request for each attempt, and do not open the address of an earlier one again, by a reload or by the back button.',
      };
    default:
      return {
        basis: 'reported',
        observed: `${said} Pushed requests expire soon, and some servers accept each only once.`,
      };
  }
}
