import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { parameterEntry } from '../../oauth/registry/parameters.ts';
import { quote } from '../../words/quote.ts';
import { rfc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

export default faultyParameterCheck({
  name: 'redirect_uri',
  title: 'redirect_uri is percent-encoded once too often or not at all',
  why: 'The server decodes the parameter once and compares what it gets with the registration, character by character.',
  fix: 'Build the URL with URLSearchParams, which encodes each value exactly once.',
  specs: [rfc(6749, 'appendix B'), rfc(6749, '3.1.2.3')],
  explains: ['error-page-redirect-mismatch', 'redirect-uri-not-absolute'],
  unrefused: null,
  fault(message) {
    const value = message.effective('redirect_uri') ?? '';
    if (/^https?%3a/i.test(value) || /^[^?#]*%25[0-9a-f]{2}/i.test(value)) {
      return {
        observed: `redirect_uri is ${quote(value)} after it was decoded once, so it was encoded twice.`,
        expected: 'A URI that was encoded once',
      };
    }
    const lost = cutOff(message);
    if (lost === null) return null;
    return {
      title: 'redirect_uri is cut off at its first "&"',
      observed: `redirect_uri arrives as ${quote(value)}, and ${quote(lost)} behind it as a parameter of the request: its "?" and "&" are not percent-encoded.`,
      expected: '"&" as %26 inside of redirect_uri',
      certainty: 'likely',
    };
  },
});

/**
 * The name of a parameter that was a part of the redirect URI: the URI has a query with signs as they
 * are, and an unknown parameter follows at once.
 */
function cutOff({ params: { pairs } }: AuthorizationRequest): string | null {
  const index = pairs.findIndex(({ name }) => name === 'redirect_uri');
  const next = pairs[index + 1];
  if (!next || !pairs[index]?.raw.includes('?')) return null;
  return parameterEntry(next.name) === null ? next.name : null;
}
