import { wordsOfBackEnd } from '../../flow/facts/handover-end.ts';
import type { Flow } from '../../flow/flow.ts';
import { httpStatus } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { type CodeHandover, endOfHandover } from '../../oauth/kinds/code-handover.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, type Observation, rfc, STATUS } from '../check.ts';

const ONCE =
  'Hand each code over once: guard the code that runs when the callback page is shown, and take the code out of the URL.';

export default defineCheck({
  title: 'The back end of the application does not take the code',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The authorization server has done its part. The page gave the code to the back end of its own application, whose answer ended the login.',
  fix: 'Look at the log of the back end for this request, and there for the answer of the token endpoint.',
  specs: [rfc(6749, '4.1.3'), rfc(6749, '5.2')],
  subject: 'code-handover',
  *check(message, flow) {
    const { exchange } = message;
    const { response, request } = exchange;
    if (!response || endOfHandover(message) !== 'refused') return;
    const { code, words } = wordsOfBackEnd(message);
    const said = [code, words].flatMap((text) => (text ? [quote(text, 300)] : [])).join(', ');
    const place = `${request.method} ${withoutQuery(request.url)}`;
    const observed = `${place} was answered ${httpStatus(response)}${said ? `: ${said}` : ''}.`;
    yield { at: STATUS, observed, ...detailsOf(message, flow, `${code} ${words}`) };
  },
});

function detailsOf(message: CodeHandover, flow: Flow, said: string): Partial<Observation> {
  const taken = takenBefore(message, flow);
  if (taken) {
    const apart = span(message.exchange.startedAt - taken.exchange.startedAt);
    return {
      title: 'The page hands the code to its back end twice',
      severity: 'warning',
      effect: null,
      fix: ONCE,
      expected: `One request; the first, ${apart} earlier, worked`,
    };
  }
  const fix = fixFor(message, flow, said);
  return fix === null ? {} : { fix };
}

/** The earlier handover of the same code that the back end accepted. */
function takenBefore({ codes, exchange }: CodeHandover, { messages }: Flow): CodeHandover | null {
  const found = messages.find(
    (other) =>
      other.kind === 'code-handover' &&
      other.codes.some((code) => codes.includes(code)) &&
      other.exchange.startedAt <= exchange.startedAt &&
      endOfHandover(other) === 'taken',
  );
  return found?.kind === 'code-handover' ? found : null;
}

function fixFor({ exchange }: CodeHandover, flow: Flow, said: string): string | null {
  const { response, request } = exchange;
  if (/redirect_uri|redirect uri/i.test(said) || /invalid_grant/.test(said)) {
    const asked = flow.request?.effective('redirect_uri');
    const same = asked ? `redirect_uri ${quote(asked)}` : 'the redirect_uri of the login';
    const verifier = flow.request?.effective('code_challenge') ? ' and the code_verifier' : '';
    return `Have the back end send ${same}${verifier} with the code, and redeem each code once.`;
  }
  if (/invalid_client|unauthorized_client|client.?secret/i.test(said)) {
    return 'Compare the client_id and the client secret in the settings of the back end with the registration of the client.';
  }
  if (/csrf|xsrf|forgery/i.test(said)) {
    return 'Send the CSRF token of the application with this request, or exempt this route: the code and state protect it.';
  }
  if (response?.status === 404 || response?.status === 405) {
    return `Add a route for ${request.method} ${withoutQuery(request.url)} to the back end, or correct the URL in the page.`;
  }
  return null;
}
