import type { Flow } from '../../flow/flow.ts';
import { hasStatus, isOk, statusWords } from '../../http/status.ts';
import type { BackchannelLogoutRequest } from '../../oauth/kinds/backchannel-logout-request.ts';
import { type Jwt, numericClaim, viewToken } from '../../oauth/values/jwt.ts';
import { list } from '../../words/numbers.ts';
import { span } from '../../words/times.ts';
import { cannotTell, claim, defineCheck, type Observation, parameter, STATUS } from '../check.ts';
import { signatureEvidence } from '../shared/signature-evidence.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** How far clocks may differ. */
const LEEWAY = 60_000;

const backchannel = (section: string, anchor: string) => ({
  label: `OpenID Connect Back-Channel Logout section ${section}`,
  url: `https://openid.net/specs/openid-connect-backchannel-1_0.html#${anchor}`,
});

export default defineCheck({
  title: 'The application refuses the back-channel logout',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  token: 'logout_token',
  effect: 'request-fails',
  why: 'The server tells the application that the session ended. An application that does not take this stays logged in.',
  fix: 'Look into the log of the application: its logout route has to verify logout_token with the issuer, client_id and keys of this server.',
  specs: [backchannel('2.6', 'Validation'), backchannel('2.8', 'BCResponse')],
  subject: 'backchannel-logout-request',
  *check(message, flow) {
    const { response } = message.exchange;
    const isRefused = response !== null && response.status !== null && !isOk(response);
    if (message.logoutToken === null && isEncrypted(message)) {
      yield cannotTell('The logout token is encrypted.');
      if (!isRefused) return;
    }
    const fault = message.logoutToken && faultOf(message.logoutToken, message, flow);
    if (!isRefused && !fault) return;
    const answer = isRefused ? [`The application answered ${statusWords(response)}.`] : [];
    yield {
      at: STATUS,
      ...fault,
      observed: [...answer, ...(fault ? [fault.observed] : [])].join(' '),
      ...(!fault && hasStatus(response, 404, 405) ? NO_ROUTE : {}),
      // An application that takes the token has no problem with it.
      ...(isRefused
        ? {}
        : { severity: 'info', effect: null, title: 'The logout token is not valid' }),
    };
  },
});

const NO_ROUTE: Partial<Observation> = {
  fix: 'Enter the URL of the route that takes logout tokens as backchannel_logout_uri of the client, and let it take a POST.',
  owner: 'registration',
};

function isEncrypted({ params }: BackchannelLogoutRequest): boolean {
  return viewToken(params.get('logout_token') ?? '').kind === 'encrypted';
}

/** What section 2.6 has a client refuse. */
function faultOf(jwt: Jwt, { exchange }: BackchannelLogoutRequest, flow: Flow): Observation | null {
  const { claims } = jwt;
  const has = (name: string): boolean => Object.hasOwn(claims, name);
  const owner = 'authorization server';
  if (has('nonce')) {
    return {
      at: claim('nonce'),
      owner,
      observed: 'The logout token has a nonce, which it must not have.',
      fix: 'Issue logout tokens without nonce.',
    };
  }
  const { events } = claims;
  if (typeof events !== 'object' || events === null || !Object.hasOwn(events, EVENT)) {
    return {
      at: claim('events'),
      owner,
      observed: `events of the logout token lacks ${EVENT}.`,
      fix: `Put {"${EVENT}":{}} into events.`,
    };
  }
  const lacking = [...(has('sub') || has('sid') ? [] : ['sub and sid']), ...absent(has)];
  if (lacking.length > 0) {
    return {
      at: parameter('logout_token'),
      owner,
      observed: `The logout token lacks ${list(lacking)}.`,
      fix: `Issue logout tokens with ${list(['iss', 'aud', 'iat', 'jti', 'events'])}, and with sub, sid or both.`,
    };
  }
  const exp = numericClaim(claims, 'exp');
  const late = exp === null ? 0 : exchange.startedAt - exp * 1_000;
  if (late > LEEWAY) {
    return {
      at: claim('exp'),
      owner,
      observed: `The logout token expired ${span(late)} before it was sent.`,
      fix: 'Send the logout token at once, and compare the clocks of server and application.',
    };
  }
  const signature = signatureEvidence(jwt, flow, 'the logout token', false);
  if (!signature) return null;
  const { told, ...more } = signature;
  return { at: parameter('logout_token'), ...more, observed: told };
}

function absent(has: (name: string) => boolean): readonly string[] {
  return ['iss', 'aud', 'iat', 'jti'].filter((name) => !has(name));
}
