import { answerText } from '../../flow/facts/answer-text.ts';
import { wordsOfBackEnd } from '../../flow/facts/handover-end.ts';
import type { Flow } from '../../flow/flow.ts';
import { httpStatus } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { type CodeHandover, endOfHandover } from '../../oauth/kinds/code-handover.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, type Observation, rfc, STATUS } from '../check.ts';
import { providerWords } from '../shared/provider-words.ts';
import { findStatement } from '../shared/statement.ts';

const ONCE =
  'Hand each code over once: guard the code that runs when the callback page is shown, and take the code out of the URL.';

/** What is reported beside the answer, and a sentence behind it. */
type Details = Partial<Observation> & { readonly says?: string };

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
    const { says, ...details } = detailsOf(message, flow, [code, words].filter(Boolean).join(': '));
    const observed = `${place} was answered ${httpStatus(response)}${said ? `: ${said}` : ''}.${says ? ` ${says}` : ''}`;
    yield { at: STATUS, observed, ...details };
  },
});

function detailsOf(message: CodeHandover, flow: Flow, said: string): Details {
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
  const fix = fixFor(message, said);
  return fix === null ? meaningOf(message, flow) : { fix };
}

/** What the words of the back end say about its token request. */
function meaningOf(message: CodeHandover, flow: Flow): Details {
  const text = answerText(message);
  const found = findStatement(text, flow);
  const page = { exchange: message.exchange, text };
  const quoted = found?.ofNetwork ? null : providerWords(message, flow, page);
  const says = quoted?.told || found?.says || '';
  return {
    says,
    ...found?.report,
    ...quoted?.more,
    ...(quoted?.told ? { certainty: 'certain' } : {}),
  };
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

function fixFor({ exchange }: CodeHandover, said: string): string | null {
  const { response, request } = exchange;
  if (/csrf|xsrf|forgery/i.test(said)) {
    return 'Send the CSRF token of the application with this request, or exempt this route: the code and state protect it.';
  }
  if (response?.status === 404 || response?.status === 405) {
    return `Add a route for ${request.method} ${withoutQuery(request.url)} to the back end, or correct the URL in the page.`;
  }
  return null;
}
