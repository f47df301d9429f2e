import { quote } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';

/** The token endpoint did not accept the code. */
export default defineStatement({
  forms: [
    /\binvalid_grant\b/i,
    /\bredirect_uri_mismatch\b|\bredirect[ _]ur[il]\b.{0,60}\b(?:mismatch|match|invalid|differ|incorrect)/i,
    /\b(?:invalid|bad|incorrect|expired) (?:authorization |verification |oauth )?code\b(?!\w)/i,
    /\b(?:authorization|verification|oauth) code\b.{0,30}\b(?:expired|invalid|not valid|already|used|not found|incorrect)\b/i,
  ],
  unseen: true,
  means({ flow, server }) {
    const asked = flow.request?.effective('redirect_uri');
    const same = asked ? `redirect_uri ${quote(asked)}` : 'the redirect_uri of the login';
    const verifier = flow.request?.effective('code_challenge') ? ' and the code_verifier' : '';
    return {
      title: 'The authorization server refuses the code that the application redeems',
      says: `So ${server} took the code for expired, used before, or redeemed with other values than the login.`,
      fix: `Have the back end send ${same}${verifier} with the code, and redeem each code once.`,
    };
  },
});
