import { quote } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';
import { refreshTokenNeed } from '../provider-words.ts';

/** The application needs a refresh token, and none came. */
export default defineStatement({
  forms: [
    /\b(?:no|missing|without(?: an?)?)[ _]refresh[ _]?token\b/i,
    /\brefresh[ _]?token\b.{0,30}\b(?:(?:is |was )?missing|not (?:found|returned|present|issued|provided|included|set)|(?:is |was )?required|absent|undefined|null)\b/i,
    /\b(?:did not|didn.t) (?:return|include|issue|contain|provide|send)\b.{0,15}\brefresh[ _]?token\b/i,
    /\bdo(?:es)? not contain the necessary fields need(?:ed)? to refresh\b/i,
  ],
  unseen: true,
  means({ flow, server }) {
    const scope = flow.request?.effective('scope');
    const asked = scope?.split(/\s+/).includes('offline_access') === true;
    const needs = refreshTokenNeed(flow);
    return {
      title: 'The application got no refresh token',
      says: scope === undefined ? '' : `The login asked for scope ${quote(scope)}.`,
      fix:
        needs && !(asked && needs.includes('offline_access'))
          ? needs
          : asked
            ? `Enable refresh tokens (offline access) for this client at ${server}; the login asked for offline_access already.`
            : `Ask for the scope offline_access in the settings of the application, and enable refresh tokens for this client at ${server}.`,
    };
  },
});
