import { headerValue } from '../../http/headers.ts';
import { isError } from '../../http/status.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { defineCheck, header, rfc } from '../check.ts';

/** Mistakes in a header that is built from a variable. The first match counts. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:bearer|dpop)\s*$/i, 'has no token behind the scheme'],
  [/^(?:bearer|dpop)\s*(?:undefined|null|NaN)\s*$/i, 'carries the word of an empty variable'],
  [/^(?:bearer|dpop)\s*\[object /i, 'carries an object instead of a string'],
  [/^(?:bearer|dpop)\s+(?:bearer|dpop)\s/i, 'names the scheme twice'],
  [/^(?:bearer|dpop)\s*\{/i, 'carries a JSON object instead of the token in it'],
  [/^(?:bearer|dpop)\s*["']/i, 'carries the token in quotes'],
  [/^(?:bearer|dpop)\s+\S+\s+\S/i, 'has a space inside the token'],
  [/^bearereyJ/i, 'has no space between scheme and token'],
];

export default defineCheck({
  title: 'Authorization header is malformed',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'The API cannot find a token in this header. A variable was empty, or was quoted or serialised on the way.',
  fix: 'Send the word Bearer, one space and the access token as it was received.',
  specs: [rfc(6750, '2.1')],
  explains: ['api-401-invalid-token', 'api-401-no-token', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check({ exchange }) {
    const value = headerValue(exchange.request.headers, 'authorization')?.slice(0, 400);
    const fault = FAULTS.find(([pattern]) => value !== undefined && pattern.test(value));
    if (!fault) return;
    const { response } = exchange;
    if (response && !isError(response) && refusedWith(exchange) === null) return;
    yield {
      at: header('Authorization'),
      observed: `Authorization ${fault[1]}.`,
      expected: 'Authorization: Bearer <token>',
    };
  },
});
