import type { BodyLoss } from '../http/exchange.ts';

const LOSSES: Readonly<Record<BodyLoss, string>> = {
  'page-left': 'the page navigated away before it could be read',
  'not-read': 'the page never read it, so the browser did not keep it',
  withheld: 'the browser withheld it from the page and from DevTools',
  'too-large': 'it is too large',
  'timed-out': 'the browser did not return it in time',
  stripped: 'the program that wrote the file left bodies out',
  'not-fetched': 'the recorder did not ask for it',
  'not-recorded': 'the recorder has no bodies of this kind',
};

/** Why a body is not there, after a colon. */
export const lossWord = (loss: BodyLoss): string => LOSSES[loss];

/** What keeps bodies when a page navigates; `setting` when it is known which browser it is. */
export function keepLogAdvice(setting?: string): string {
  const name =
    setting === undefined ? '"Preserve log" (Chrome) or "Persist Logs" (Firefox)' : `"${setting}"`;
  return `Switch on ${name} in the Network panel and repeat the login`;
}
