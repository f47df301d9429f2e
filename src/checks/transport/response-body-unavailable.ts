import { httpStatus, isError, isRedirect } from '../../http/status.ts';
import { keepLogAdvice, lossWord } from '../../words/losses.ts';
import { BODY, cannotTell, defineCheck } from '../check.ts';

export default defineCheck({
  title: 'The body of the token response is not in the recording',
  severity: 'info',
  owner: 'browser',
  basis: 'observed',
  why: 'DevTools drops bodies when a page navigates. What the body would have shown is unknown. This does not mean that the response is wrong.',
  fix: `${keepLogAdvice()} with DevTools open.`,
  // It is about the recorder, not the protocol: no specification covers it.
  specs: [],
  subject: 'token-request',
  *check({ exchange }) {
    const answer = exchange.response;
    if (!answer || isRedirect(answer)) return;
    const { body } = answer;
    if (!('unknown' in body) || body.unknown === 'withheld' || exchange.delivered === false) return;
    const why = lossWord(body.unknown);
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
