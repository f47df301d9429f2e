import { jsonList } from '../../oauth/values/json.ts';
import { registeredMode } from '../../providers/registry/response-shapes.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

/** OAuth 2.0 Multiple Response Types, Form Post, JARM, OpenID for Verifiable Presentations. */
const KNOWN =
  /^(?:(?:(?:query|fragment|form_post|web_message)(?:\.jwt)?)|jwt|direct_post(?:\.jwt)?|dc_api(?:\.jwt)?)$/;

export default faultyParameterCheck({
  name: 'response_mode',
  title: 'response_mode is one that the server does not support',
  why: 'response_mode says how the response travels. A server refuses one that it does not have.',
  fix: 'Leave response_mode out, or send one that the server supports: query, fragment or form_post.',
  specs: [
    {
      label: 'OAuth 2.0 Multiple Response Types section 2.1',
      url: 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes',
    },
  ],
  errors: ['unsupported_response_mode', 'unsupported_response_type'],
  explains: ['authz-error-unknown-code', 'authz-error-unsupported-response-type'],
  unrefused: null,
  fault(message, { metadata }) {
    const mode = message.effective('response_mode');
    if (!mode) return null;
    const listed = jsonList(metadata?.metadata?.response_modes_supported);
    const known =
      KNOWN.test(registeredMode(mode)) && (listed.length === 0 || listed.includes(mode));
    if (known) return null;
    return {
      observed: `response_mode is ${quote(mode)}${listed.length > 0 ? ', which the metadata of the server does not list' : ''}.`,
      expected: listed.length > 0 ? list(listed) : 'query, fragment or form_post',
    };
  },
});
