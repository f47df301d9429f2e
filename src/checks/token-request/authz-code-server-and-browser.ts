import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
import { withoutQuery } from '../../http/url.ts';
import { endOfHandover } from '../../oauth/kinds/code-handover.ts';
import { isFromPage, isRefusal } from '../../oauth/values/token-request-view.ts';
import { toMessage } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'Page and back end both redeem the code',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A code works once, so the second of the two is refused. Usually two libraries are set up for the same callback.',
  fix: 'Let either the page or the back end redeem the code, and turn the other one off.',
  specs: [rfc(6749, '4.1.2')],
  explains: [
    'token-error-invalid-grant',
    'code-expired-likely',
    'code-handover-failed',
    'code-reused',
  ],
  subject: 'token-request',
  *check(message, flow) {
    const code = message.params.get('code');
    if (!code || message.grant !== 'authorization_code' || !isFromPage(message)) return;
    const handover = handovers(flow).find(({ codes }) => codes.includes(code));
    if (!handover) return;
    const byBackEnd = endOfHandover(handover) === 'refused';
    if (!byBackEnd && !isRefusal(message)) return;
    const gap = span(message.exchange.startedAt - handover.exchange.startedAt);
    const { method, url } = handover.exchange.request;
    yield {
      at: parameter('code'),
      observed: `The page sent the code to the token endpoint and, ${gap} apart, to its back end (${method} ${withoutQuery(url)}).`,
      references: [toMessage('to its back end', handover)],
      expected: 'One of the two',
      ...(byBackEnd ? { message: flow.messages.indexOf(handover) } : {}),
    };
  },
});

const handovers = memoised(({ messages }: Flow) =>
  messages.flatMap((one) => (one.kind === 'code-handover' ? [one] : [])),
);
