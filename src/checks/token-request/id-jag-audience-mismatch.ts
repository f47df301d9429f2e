import { issuerOfEndpoint, refusedIdJag } from '../../flow/facts/id-jag.ts';
import { originOfUrl } from '../../http/url.ts';
import { audiences } from '../../oauth/values/jwt.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, rfc } from '../check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

export default defineCheck({
  title: 'The ID-JAG is for another authorization server',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'assertion',
  effect: 'request-fails',
  why: 'aud of an ID-JAG has to be the issuer of the server that gets it, character by character. It is the audience of the token exchange.',
  fix: 'Repeat the token exchange with the issuer of this server as audience.',
  specs: [ID_JAG, rfc(7523, '3')],
  explains: ['token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check(message, flow) {
    const jwt = refusedIdJag(message);
    const aud = jwt ? audiences(jwt.claims) : [];
    const [only] = aud;
    if (only === undefined) return;
    const { url } = message.exchange.request;
    const issuer = issuerOfEndpoint(message, flow);
    const isFor = (one: string): boolean =>
      issuer === null ? originOfUrl(one) === originOfUrl(url) : one === issuer;
    // Without metadata only the host can be compared, and an issuer may have another one.
    const said = message.response.errorDescription;
    const isOtherReason = issuer === null && said !== null && !/\baud|audience|issuer/i.test(said);
    if (aud.some(isFor) || isOtherReason) return;
    const here = issuer ?? originOfUrl(url) ?? url;
    const difference = aud.length === 1 ? describeDifference(only, here) : null;
    yield {
      at: claim('aud'),
      observed: `aud is ${list(aud.slice(0, 3).map((one) => quote(one)))}${difference === null ? '' : ` (${difference})`}, and the assertion was sent to ${issuer === null ? here : quote(here)}.`,
      expected: issuer === null ? `The issuer of the server at ${here}` : quote(issuer),
      certainty: issuer === null ? 'likely' : 'certain',
    };
  },
});
