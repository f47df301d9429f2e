import { isDevelopmentHost } from '../../http/development-host.ts';
import { parseUrl } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'The address where the user enters the code is not https',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'The user logs in at this address. Over http, anybody on the network can read and change the page.',
  fix: 'Set verification_uri to an https address at the authorization server.',
  specs: [rfc(8628, '3.2'), rfc(8628, '5.4')],
  subject: 'device-authorization-request',
  *check({ verificationUri }) {
    const url = parseUrl(verificationUri ?? '');
    if (url?.protocol !== 'http:' || isDevelopmentHost(url.hostname)) return;
    yield {
      at: member('verification_uri'),
      observed: `verification_uri is ${quote(verificationUri ?? '')}.`,
      expected: 'An https URL',
    };
  },
});
