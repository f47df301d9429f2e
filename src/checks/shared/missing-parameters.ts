import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { list } from '../../words/numbers.ts';
import { type Observation, parameter } from '../check.ts';
import { refusalsOf } from './grant-refusals.ts';
import { tokenErrorSentence } from './token-error-check.ts';

/** Names the parameters that the grant requires and the request lacks; nothing when it has all. */
export function missingParameters(message: TokenRequest): Partial<Observation> {
  const { needs } = refusalsOf(message);
  const { bodyFormat, params } = message;
  const read = bodyFormat === 'form' || bodyFormat === 'query' || bodyFormat === 'json';
  const missing = read ? needs.filter((name) => !params.get(name)) : [];
  const [first] = missing;
  if (first === undefined) return {};
  return {
    at: parameter(first),
    observed: `${tokenErrorSentence(message)} The request has no ${list(missing)}.`,
    fix: `Send ${list(missing)}: this grant requires ${missing.length === 1 ? 'it' : 'them'}.`,
  };
}
