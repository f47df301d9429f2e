import { readErrorPage } from '../../flow/facts/error-page.ts';
import { BODY, defineCheck, rfc } from '../check.ts';
import { unlikeTheOneThatWorked } from '../shared/changed-request-words.ts';
import { knownWords, pageSentence } from '../shared/error-page-words.ts';

const WITHOUT_ID =
  'Compare client_id and redirect_uri with the registration, and look for this request in the log of the server: the page names no id.';

export default defineCheck({
  title: 'The server shows an error page instead of returning to the application',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'ended-by-page',
  why: 'When client_id or redirect_uri cannot be trusted the server must not redirect, so it informs the user itself, and the application learns nothing.',
  fix: 'Compare client_id and redirect_uri with the registration, and give the correlation id of the page to the administrator.',
  specs: [rfc(6749, '4.1.2.1'), rfc(9700, '4.11.2')],
  explains: ['error-page-correlation-id', 'silent-renew-frame-blocked'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    const page = readErrorPage(message, flow);
    if (!page) return;
    const unlike = unlikeTheOneThatWorked(flow);
    const known = knownWords(page, message);
    const fix =
      known?.more.fix ??
      (unlike.text === ''
        ? page.inUrl === null && !page.byFetch
          ? page.ids.length === 0
            ? WITHOUT_ID
            : null
          : 'Correct what the message names: a parameter of the request, or a setting of the client in its registration.'
        : 'Send what the login that worked sent, or change the registration of the client to what this one sends.');
    yield {
      at: BODY,
      ...(page.byFetch ? { title: 'The server refuses the request of its own sign-in page' } : {}),
      ...known?.more,
      observed: [`${pageSentence(page)}${unlike.text}`, known?.told].filter(Boolean).join(' '),
      references: unlike.references,
      ...(fix === null ? {} : { fix }),
    };
  },
});
