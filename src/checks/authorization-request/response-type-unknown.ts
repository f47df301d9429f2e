import { startsFlow, wasAccepted } from '../../flow/facts/attempt.ts';
import { responseTypes } from '../../oauth/values/response-type.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const KNOWN = new Set(['code', 'token', 'id_token', 'none', 'vp_token']);

export default defineCheck({
  title: 'response_type is not a defined value',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'Its members are lower-case words, separated by spaces. A server refuses a combination that it does not know.',
  fix: 'Send response_type=code.',
  specs: [
    rfc(6749, '3.1.1'),
    {
      label: 'OAuth 2.0 Multiple Response Types section 3',
      url: 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html',
    },
  ],
  explains: ['authz-error-unsupported-response-type', 'authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    const value = message.effective('response_type');
    if (!value || !startsFlow(message, flow)) return;
    const unknown = [...responseTypes(message)].find((member) => !KNOWN.has(member));
    const listed = flow.metadata?.metadata?.response_types_supported;
    if (unknown === undefined || (Array.isArray(listed) && listed.includes(value))) return;
    // A server that issued something knows the value (RFC 6749 section 8.4).
    if (wasAccepted(flow)) return;
    const repaired = value.toLowerCase().replace(/[,+\s]+/g, ' ');
    const near = repaired.split(' ').every((member) => KNOWN.has(member));
    yield {
      at: parameter('response_type'),
      observed: `response_type is ${quote(value)}.`,
      expected: near ? quote(repaired) : 'code',
    };
  },
});
