import { refusedFrame } from '../../flow/facts/framed.ts';
import { hiddenIn } from '../../flow/facts/hidden-session.ts';
import { isError, statusWords } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, STATUS } from '../check.ts';

const MAX_NAMES = 3;

export default defineCheck({
  title: 'A front-channel logout does not reach the session of a client',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'The server loads the frontchannel_logout_uri of each client in a frame. A client that refuses the frame, or whose cookies the browser keeps out of it, stays logged in.',
  fix: 'Let the authorization server frame the frontchannel_logout_uri (frame-ancestors), or register a backchannel_logout_uri, which needs neither frame nor cookie.',
  specs: [
    {
      label: 'OpenID Connect Front-Channel Logout section 2',
      url: 'https://openid.net/specs/openid-connect-frontchannel-1_0.html#RPLogout',
    },
  ],
  subject: 'frontchannel-logout-request',
  *check(message, { recording }) {
    const { exchange } = message;
    const { response } = exchange;
    const place = withoutQuery(exchange.request.url);
    const refused = refusedFrame(message);
    if (refused) {
      yield {
        at: header(refused.name),
        observed: `${place} says ${refused.name}: ${refused.value}, so the browser does not show it in the frame of the server.`,
      };
      return;
    }
    if (response && isError(response)) {
      yield {
        at: STATUS,
        observed: `${place} answered ${statusWords(response)} in the frame.`,
        fix: 'Correct the route of the client that the frontchannel_logout_uri names, or the registered address.',
      };
      return;
    }
    const hidden = hiddenIn(exchange, recording);
    if (!hidden) return;
    const names = list(hidden.names.slice(0, MAX_NAMES).map((name) => quote(name, 40)));
    yield {
      at: header('Cookie'),
      severity: 'info',
      certainty: 'likely',
      observed: `${place} came without the cookie ${names}, because the frame belongs to another site. The client can end the session only if it finds it by sid.`,
    };
  },
});
