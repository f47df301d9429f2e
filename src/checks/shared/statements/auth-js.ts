import { defineStatement } from '../define-statement.ts';

/** What the codes of Auth.js (NextAuth) stand for: https://authjs.dev/reference/core/errors. */
const CODES: readonly (readonly [form: RegExp, title: string, fix: string])[] = [
  [
    /\bOAuthAccountNotLinked\b/,
    'The e-mail address belongs to an account that signs in another way',
    'Sign in the way the account was made, or let the application link accounts of providers that verify addresses.',
  ],
  [
    /\berror=AccessDenied\b/,
    'The application itself does not let this user in',
    'Look at the signIn callback of the application: it returned false for this user.',
  ],
  [
    /\b(?:OAuth|OAUTH_)(?:Callback|CALLBACK)(?:Error|_(?:HANDLER_)?ERROR)?\b|\bCallbackRouteError\b|\berror=(?:Callback|OAuthCallback)\b/,
    'The application failed while it handled the response',
    'Look in the log of the application for this error: the line behind its name has the reason, such as a refused secret, a lost state or an unreadable answer.',
  ],
  [
    /\berror=Configuration\b/,
    'The callback of the application failed',
    'Look in the log of the application: Auth.js shows "Configuration" for any failure of its server side, such as a secret that is not set, a refused code or an unreadable answer.',
  ],
  [
    /\b(?:OAuthSignin|OAUTH_SIGNIN_ERROR|SignInError)\b/,
    'The application could not build its authorization request',
    'Look in the log of the application for this error: usually the metadata of the server could not be read, or the client_id is not set.',
  ],
];

/** Codes of a library that name no reason. */
export default defineStatement({
  forms: CODES.map(([form]) => form),
  general: true,
  unseen: true,
  means({ words }) {
    const [, title, fix] = CODES.find(([form]) => form.test(words)) ?? [/$/, '', ''];
    return { title, says: '', fix };
  },
});
