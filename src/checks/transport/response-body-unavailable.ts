import type { BodyLoss } from '../../http/exchange.ts';
import { httpStatus, isError, isRedirect } from '../../http/status.ts';
import { BODY, cannotTell, defineCheck } from '../check.ts';

const REASONS: Readonly<Record<Exclude<BodyLoss, 'withheld'>, string>> = {
  'page-left': 'the page had moved on before the browser handed it out',
  'not-read': 'the page never read it, so the browser did not keep it',
  'too-large': 'it is too large',
  'timed-out': 'the browser did not hand it out in time',
  stripped: 'whoever wrote the file left bodies out',
  'not-fetched': 'the recorder did not ask for it',
  'not-recorded': 'the recorder has no bodies of this kind',
};

export default defineCheck({
  title: 'The body of the token response is not in the recording',
  severity: 'info',
  owner: 'browser',
  basis: 'observed',
  why: 'DevTools drop bodies when a page navigates. Whatever the body would have shown stays open; nothing is wrong with the response because of it.',
  fix: 'Switch on "Preserve log" (Chrome) or "Persist Logs" (Firefox) and repeat the login with DevTools open.',
  // About the recorder, not the protocol: no specification speaks of it.
  specs: [],
  subject: 'token-request',
  *check({ exchange }) {
    const answer = exchange.response;
    if (!answer || isRedirect(answer)) return;
    const { body } = answer;
    if (!('unknown' in body) || body.unknown === 'withheld' || exchange.delivered === false) return;
    const why = REASONS[body.unknown];
    if (!isError(answer)) {
      yield cannotTell(
        `The token response (${httpStatus(answer)}) is not in the recording: ${why}.`,
      );
      return;
    }
    yield {
      at: BODY,
      observed: `The token endpoint answered ${answer.status}, but the body with the reason is not in the recording: ${why}.`,
    };
  },
});
