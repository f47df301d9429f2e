import { refusedFrame } from '../../flow/facts/framed.ts';
import { hiddenIn } from '../../flow/facts/hidden-session.ts';
import { isError, statusWords } from '../../http/status.ts';
import { hostOf, withoutQuery } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, parameter, STATUS } from '../check.ts';

/** Pages that only find out whether cookies arrive. */
const PROBE = /\/3p-cookies\//;

export default defineCheck({
  title: 'The frame that watches the session of the server cannot work',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The client asks a hidden page of the server, in a frame, whether the session still exists. Without an answer it waits or takes the user for logged out.',
  fix: 'Let the page of the client frame this address (frame-ancestors), or switch the check off in the client.',
  specs: [
    {
      label: 'OpenID Connect Session Management section 3',
      url: 'https://openid.net/specs/openid-connect-session-1_0.html#ChangeNotification',
    },
  ],
  subject: 'session-iframe',
  *check(message, flow) {
    const { exchange, params } = message;
    const { response, request } = exchange;
    const place = withoutQuery(request.url);
    const refused = refusedFrame(message);
    if (refused) {
      yield {
        at: header(refused.name),
        observed: `${place} says ${refused.name}: ${refused.value}, so the browser does not show it in the client.`,
      };
      return;
    }
    if (response && isError(response)) {
      const origin = params.get('origin');
      yield {
        at: origin === undefined ? STATUS : parameter('origin'),
        observed: `${place} answered ${statusWords(response)}${origin === undefined ? '' : ` to a page of ${quote(origin, 80)}`}.`,
        ...(origin === undefined
          ? {}
          : {
              owner: 'client',
              fix: `Add ${quote(origin, 80)} to the origins that are registered for the client.`,
            }),
      };
      return;
    }
    const hidden = PROBE.test(place) ? null : hiddenIn(exchange, flow.recording);
    const loop = hidden && flow.recording.loopOf(flow);
    if (!hidden || !loop) return;
    yield {
      at: header('Cookie'),
      certainty: 'likely',
      owner: 'client',
      observed: `${hostOf(request.url)} got no cookie in the frame, so it says that the session has changed, and the client began the login ${loop.count} times.`,
      fix: 'Switch the check of the session off in the client, or serve client and server under one site.',
      explains: ['login-loop'],
    };
  },
});
