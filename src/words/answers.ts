import type { Exchange } from '../http/exchange.ts';
import { failureWord } from './failures.ts';

/** What came back: the status and what the response says (an error code), or why there is none. */
export function answerWord({ response, failure, delivered }: Exchange, said = ''): string {
  const failed = failure ? failureWord(failure) : '';
  if (!response) return failed || said || 'no response recorded';
  const status = [response.status ?? 'status unknown', said]
    .filter((part) => part !== '')
    .join(' ');
  const trouble = delivered === false ? 'withheld from the page' : failed;
  return trouble === '' ? status : `${status}, ${trouble}`;
}
