import { startsFlow } from '../../flow/facts/attempt.ts';
import { isBroken } from '../../flow/facts/broken.ts';
import { requestRefusal } from '../../flow/facts/request-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import { httpStatus } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { defineCheck, type Observation, parameter, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'A request went to the other endpoint of the server',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The browser goes to the authorization endpoint, and the client calls the token endpoint itself. The two URLs are swapped or mixed in the settings.',
  fix: 'Take authorization_endpoint and token_endpoint from the metadata of the server.',
  specs: [rfc(6749, '3'), rfc(8414, '2')],
  explains: [
    'error-page-shown',
    'error-page-server-error',
    'authorization-endpoint-not-found',
    'authz-error-invalid-request',
    'token-endpoint-not-found',
    'token-response-html',
    'token-response-not-json',
    'token-response-redirect',
    'token-error-invalid-request',
    'token-error-nonstandard-shape',
    'token-error-unsupported-grant-type',
    'redirect-landing-failed',
  ],
  subject: ['authorization-request', 'token-request'],
  *check(message, flow) {
    const url = withoutQuery(message.exchange.request.url);
    const { response } = message.exchange;
    const answered = response ? `, which answered ${httpStatus(response)}` : '';
    const report = (observed: string, name: EndpointName, at?: Observation['at']): Observation => {
      const right = endpointOf(flow, name);
      return {
        at: at ?? TARGET_URL,
        observed,
        ...(right === null ? {} : { expected: `${right}, as the metadata says` }),
      };
    };
    if (message.kind === 'token-request') {
      const isThere =
        url === flow.request?.endpoint || url === endpointOf(flow, 'authorization_endpoint');
      if (!isThere || message.response.outcome === 'tokens') return;
      yield report(
        `The token request went to the authorization endpoint ${url}${answered}.`,
        'token_endpoint',
      );
      return;
    }
    if (!startsFlow(message, flow) || !(isBroken(message) || requestRefusal(flow))) return;
    if (url === endpointOf(flow, 'token_endpoint') || /\/token\/?$/.test(url)) {
      yield report(
        `The browser was sent to the token endpoint ${url}${answered}.`,
        'authorization_endpoint',
      );
    } else if (message.params.has('grant_type')) {
      yield report(
        'The authorization request has grant_type, which belongs to the token endpoint.',
        'token_endpoint',
        parameter('grant_type'),
      );
    }
  },
});

type EndpointName = 'authorization_endpoint' | 'token_endpoint';

function endpointOf({ metadata }: Flow, name: EndpointName): string | null {
  return stringMember(metadata?.metadata ?? null, name);
}
