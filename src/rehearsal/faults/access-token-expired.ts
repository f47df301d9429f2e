import { rfc } from '../../checks/specs.ts';
import { withoutQuery } from '../../http/url.ts';
import { appOrigin } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

const HOUR = 3_600;

export default defineFault({
  title: 'The access token has expired',
  order: 30,
  does: 'The clock of the page is set to a time after the access token has expired, until the page asks for a new token or is left. Its workers do not see that.',
  needs: 'Do what calls the API.',
  atServer: 'Nothing, until the application asks for a new token.',
  good: 'It gets a new token before its next call of the API, once.',
  specs: [rfc(6749, '5.1')],
  accepts: ['refresh', 'silent-login', 'login'],
  offer: (flow) => {
    const origin = appOrigin(flow);
    const issued = flow.tokenRequests.findLast(({ response }) => response.accessToken !== null);
    if (!issued || origin === null)
      return { grey: 'The recording shows no access token that this login got.' };
    const lifetime = Number(issued.response.json?.expires_in ?? HOUR);
    const seconds = Number.isFinite(lifetime) && lifetime > 0 ? lifetime : HOUR;
    const by = Math.min(seconds + 60, 400 * 24 * HOUR) * 1_000;
    const { method, url } = issued.exchange.request;
    const calls = { method, url: withoutQuery(url), parameter: 'grant_type' };
    return { origin, calls, deed: { kind: 'clock', by } };
  },
});
