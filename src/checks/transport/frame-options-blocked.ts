import { refusedFrame } from '../../flow/facts/framed.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The login page refuses to be shown in a frame',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A login page in a frame could be overlaid by another page, so servers forbid it. The browser shows nothing and the login cannot go on there.',
  fix: 'Start an interactive login as a redirect of the whole page or in a popup.',
  specs: [rfc(6749, '10.13'), rfc(9700, '4.16')],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    if (flow.request?.effective('prompt') === 'none' || flow.responses.length > 0) return;
    const refused = refusedFrame(message);
    if (!refused) return;
    yield {
      at: header(refused.name),
      observed: `The page for the frame says ${refused.name}: ${refused.value}.`,
    };
  },
});
