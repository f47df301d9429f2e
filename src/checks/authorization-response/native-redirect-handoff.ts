import { parseUrl } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The response was handed to an application outside of the browser',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  why: 'The operating system opens the application that has registered this scheme. What follows happens there, and the browser does not see it.',
  fix: 'If no application opens, install it or register its scheme on this machine; to see the rest, record the traffic of the application with a proxy.',
  specs: [rfc(8252, '7.1')],
  subject: 'authorization-response',
  *check({ issuedBy, delivered, params }) {
    const target = (issuedBy && redirectTarget(issuedBy)) ?? '';
    const scheme = parseUrl(target)?.protocol ?? '';
    if (delivered || scheme === '' || /^(?:https?|data|blob|about):$/.test(scheme)) return;
    yield {
      at: TARGET_URL,
      observed: `The server redirected to ${scheme}//…${params.has('error') ? ' with an error' : ''}.`,
    };
  },
});
