import { statusWords } from '../../http/status.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The API cannot read the request with its token',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The request is malformed, not the token: a parameter is missing or doubled, or the token is sent in more than one way.',
  fix: 'Send the access token once, as Authorization: Bearer, and compare the other parameters with the documentation of the API.',
  specs: [rfc(6750, '3.1')],
  subject: 'api-call',
  *check({ exchange }) {
    const challenge = bearerChallenge(exchange);
    const { response } = exchange;
    if (!response || challenge?.error !== 'invalid_request') return;
    const words = challenge.description === null ? '' : `, ${quote(challenge.description)}`;
    yield {
      at: header('WWW-Authenticate'),
      observed: `The API answered ${statusWords(response)}: "invalid_request"${words}.`,
    };
  },
});
