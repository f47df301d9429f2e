import { capitalised } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';

const REASONS = new Set(['timed-out', 'unreachable', 'connection-reset']);

/** No connection, without a sign that the address is wrong. */
export default defineStatement({
  forms: [
    /\b(?:could not|couldn.t|cannot|can.t|unable to|failed to) (?:reach|connect to|contact)\b.{0,40}\b(?:provider|identity|authori[sz]ation server|authentication server|oauth|openid|idp|sso)\b/i,
  ],
  network: ({ reason }) => REASONS.has(reason),
  unseen: true,
  means: ({ server, speaker }) => ({
    title: `${capitalised(speaker)} cannot reach the authorization server`,
    says: `So ${speaker} got no connection to ${server}.`,
    fix: `Let ${speaker} reach ${server}: open the outbound port in its firewall or network policy, or give it the proxy that it has to use. Test it there with curl -v.`,
    owner: 'network',
  }),
});
