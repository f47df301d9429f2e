import { postedText } from '../base64-text.ts';
import { defineDialect } from '../dialect.ts';
import { asText, isRecord } from '../loose.ts';

/**
 * HTTP Toolkit.
 *
 * @program HTTP Toolkit
 * @requestBodies up to 500 kB
 * @responseBodies up to 500 kB
 * @headers whole
 * @failures that no response arrived
 * @export *View*, *Export intercepted traffic as a HAR file*
 */
export default defineDialect({
  name: 'HTTP Toolkit',
  creator: /^HTTP Toolkit/i,
  isBodyTooLarge: ({ comment }) => /\blonger than\b/.test(asText(comment) ?? ''),
  requestBodyElsewhere({ _content, _requestBodyStatus }) {
    const body = isRecord(_content) ? postedText(_content) : null;
    if (body !== null) return body;
    return _requestBodyStatus === 'discarded:too-large' ? { unknown: 'too-large' } : null;
  },
  failure: ({ entry }) => (entry._wasAborted === true ? { reason: 'aborted', text: null } : null),
});
