import { startsFlow } from '../../flow/facts/attempt.ts';
import { parseUrl } from '../../http/url.ts';
import { describeFault } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const VENDOR_WORDS = new Set(['postmessage', 'gis_transform']);

export default defineCheck({
  title: 'redirect_uri is not an absolute URI without a fragment',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'A redirect URI must be absolute, and its fragment is reserved for the response. So a route behind "#" cannot be a redirect URI.',
  fix: 'Send a full URI such as https://client.example.com/callback, and register the same URL.',
  specs: [rfc(6749, '3.1.2')],
  explains: ['error-page-redirect-mismatch', 'error-page-shown', 'authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    const value = message.effective('redirect_uri');
    if (!value || !startsFlow(message, flow) || VENDOR_WORDS.has(value)) return;
    const mistake = mistakeOf(value);
    if (mistake === null) return;
    yield {
      at: parameter('redirect_uri'),
      observed: `redirect_uri is ${quote(value)}: ${mistake}.`,
      expected: 'An absolute URI without "#"',
    };
  },
});

function mistakeOf(value: string): string | null {
  if (value.includes('#')) return 'it has a fragment';
  if (/^%[0-9a-f]{2}|^https?%3a/i.test(value)) return 'it is percent-encoded twice';
  if (value.startsWith('/')) return 'it is a path, without scheme and host';
  if (/^[\w.-]+:\d+(?:\/|$)/.test(value)) return 'it has no scheme';
  return parseUrl(value) ? null : (describeFault(value) ?? 'it is not a URI with a scheme');
}
