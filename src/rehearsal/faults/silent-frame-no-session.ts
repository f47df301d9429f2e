import { oidc } from '../../checks/specs.ts';
import { withoutQuery } from '../../http/url.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The silent frame finds no session',
  order: 230,
  does: 'The next silent request in a frame goes out without cookies, so your server finds nobody signed in.',
  atServer: 'It answers login_required. The session of the user stays as it is.',
  good: 'It keeps what the user was doing and sends the user to log in, once. It does not try the frame again at once.',
  specs: [oidc('3.1.2.6')],
  accepts: ['login', 'nothing', 'logout'],
  rules: ({ request }) => {
    if (request?.exchange.destination !== 'iframe')
      return { grey: 'This is no login in a hidden frame. Choose one that is.' };
    const { url } = request.exchange.request;
    const isSilent = new URL(url).searchParams.get('prompt') === 'none';
    return {
      requests: { url: withoutQuery(url), types: ['sub_frame'], preflights: false },
      deeds: [
        ...(isSilent
          ? []
          : ([{ kind: 'set-query', name: 'prompt', value: 'none', adds: true }] as const)),
        { kind: 'drop-request-header', name: 'cookie' },
        // The server must not replace the session that it was not shown.
        { kind: 'drop-response-header', name: 'set-cookie' },
      ],
    };
  },
});
