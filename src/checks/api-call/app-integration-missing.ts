import { defineCheck, rfc } from '../check.ts';
import { refusalReport } from '../shared/token-error-check.ts';

export default defineCheck({
  title: 'The application has no OAuth integration, or this user no session with it',
  severity: 'error',
  owner: 'administrator',
  basis: 'reported',
  effect: 'request-fails',
  why: 'Platforms that run applications keep the tokens for them. They hand one out only when an integration is assigned to the application and the user has logged in to it.',
  fix: 'Assign the OAuth integration to this application in the settings of the platform.',
  specs: [rfc(8693, '2.2.2')],
  explains: ['token-error-unknown-code', 'token-error-nonstandard-shape'],
  subject: 'token-request',
  *check(message, flow) {
    const { error, errorDescription } = message.response;
    const words = `${error ?? ''} ${errorDescription ?? ''}`.slice(0, 500);
    const noSession = NO_SESSION.test(words);
    if (error === null || !(noSession || NO_INTEGRATION.test(words))) return;
    yield {
      ...(noSession
        ? {
            owner: 'user',
            fix: 'Log in to the integration where the platform asks for it, then load the application again.',
          }
        : {}),
      ...refusalReport(message, flow, {}),
    };
  },
});

const NO_SESSION = /\bno oauth session\b|\blog in to the (?:oauth )?integration\b/i;
const NO_INTEGRATION =
  /\bno (?:oauth )?integrations?\b.{0,40}\b(?:associated|assigned|found|configured)\b/i;
