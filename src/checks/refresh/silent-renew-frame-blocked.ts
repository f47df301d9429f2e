import { refusedFrame } from '../../flow/facts/framed.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The silent request got a page that refuses to be framed',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'With prompt=none the server must answer by a redirect. It wanted to show a page, and such pages rightly forbid frames, so nothing comes back.',
  fix: 'Open the URL of the frame in a tab to read the page; usually the request is refused. Renew with a refresh token where frames cannot work.',
  specs: [rfc(6749, '10.13'), rfc(9700, '4.16')],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    if (flow.request?.effective('prompt') !== 'none' || flow.responses.length > 0) return;
    const refused = refusedFrame(message);
    const { response } = message.exchange;
    if (!refused || !response) return;
    yield {
      at: header(refused.name),
      observed: `The frame was answered ${response.status === null ? '' : `${response.status} `}with ${refused.name}: ${refused.value}.`,
      expected: 'A redirect to redirect_uri with a code or an error.',
    };
  },
});
