import type { Flow } from '../../flow/flow.ts';
import { decodeBase64url } from '../../http/base64.ts';
import { headerValue } from '../../http/headers.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { isRefusal } from '../../oauth/values/token-request-view.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, type Observation, rfc } from '../check.ts';
import { strongClientEvidence } from '../shared/client-evidence.ts';

const ENCODE =
  'Percent-encode client_id and secret before they are put into Authorization: Basic, or send them as client_secret_post.';
const CODES = new Set(['invalid_client', 'invalid_request', 'unauthorized_client']);

export default defineCheck({
  title: 'The credentials in Authorization: Basic are not what the server reads',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The header is the base64 of client_id, a colon and the secret, both percent-encoded as in a form before. Servers and clients that leave the encoding out differ for "+", "%" and the like.',
  fix: 'Send base64(urlencode(client_id) + ":" + urlencode(secret)), or the credentials as client_secret_post in the body.',
  specs: [rfc(6749, '2.3.1'), rfc(6749, 'appendix B'), rfc(7617, '2')],
  explains: [
    'token-error-invalid-client',
    'token-error-invalid-request',
    'token-error-unauthorized-client',
    'token-error-nonstandard-shape',
  ],
  subject: 'token-request',
  *check(message, flow) {
    const { error } = message.response;
    const isClient = error === null ? message.exchange.response?.status === 401 : CODES.has(error);
    if (!isRefusal(message) || !isClient) return;
    const found = unreadable(message) ?? otherId(message);
    if (found) yield { at: header('Authorization'), ...found };
    else if (isAboutEncoding(message) || isBareRefusal(message, flow)) {
      const encoded = encodedDifferently(message);
      if (encoded) yield { at: header('Authorization'), certainty: 'likely', ...encoded };
    }
  },
});

/** Whether the server says that it could not decode the credentials. */
function isAboutEncoding({ response }: TokenRequest): boolean {
  return /\bencod/i.test(response.errorDescription ?? '');
}

function isBareRefusal(message: TokenRequest, flow: Flow): boolean {
  return (
    message.response.error === 'invalid_client' && strongClientEvidence(message, flow) === null
  );
}

function unreadable({ basic, exchange }: TokenRequest): Observation | null {
  const value = headerValue(exchange.request.headers, 'authorization');
  if (basic !== null || value === null || !/^basic\b/i.test(value)) return null;
  const credentials = value.slice('basic'.length).trim();
  const text = decodeBase64url(credentials);
  if (credentials === '') return { observed: 'Behind "Basic" there are no credentials.' };
  if (text === null || !/^[\w+/=-]+$/.test(credentials)) {
    return {
      observed: `What follows "Basic" is not base64${credentials.includes(':') ? ', but the bare text with its colon' : ''}.`,
    };
  }
  return { observed: 'What follows "Basic" has no colon between client_id and secret.' };
}

function otherId({ basic, params }: TokenRequest): Observation | null {
  const named = params.get('client_id');
  if (basic === null || !named || named === basic.id || named === basic.raw.id) return null;
  return {
    observed: `In Authorization: Basic the client is ${quote(basic.id)}, and client_id in the body is ${quote(named)}.`,
    fix: 'Leave client_id out of the body, or make it the same client.',
  };
}

/** Servers differ in whether they decode the parts (RFC 6749 section 2.3.1, appendix B). */
function encodedDifferently({ basic }: TokenRequest): Observation | null {
  if (basic === null) return null;
  const { raw } = basic;
  const text = raw.id + raw.secret;
  if (/%(?![0-9A-F]{2})/i.test(text)) {
    return {
      observed:
        'Inside Authorization: Basic the credentials have a "%" that is not percent-encoded. A server that decodes them, as RFC 6749 section 2.3.1 asks, cannot.',
      fix: ENCODE,
    };
  }
  if (raw.secret === basic.secret && raw.id === basic.id) return null;
  return /%[0-9A-F]{2}/i.test(raw.secret + raw.id)
    ? {
        observed:
          'Inside Authorization: Basic the credentials are percent-encoded, as RFC 6749 section 2.3.1 asks. A server that does not decode them compares another secret.',
        fix: 'Send the credentials as client_secret_post, in the body, or turn off the percent-encoding for this server; check the secret if that changes nothing.',
      }
    : {
        observed:
          'Inside Authorization: Basic the credentials have a "+" that is not percent-encoded. A server that decodes them, as RFC 6749 section 2.3.1 asks, reads a space.',
        fix: ENCODE,
      };
}
