import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { list } from '../../words/numbers.ts';
import { type Observation, parameter } from '../check.ts';
import { refusalsOf } from './grant-refusals.ts';
import { tokenErrorSentence } from './token-error-check.ts';

/**
 * Names the parameters that the grant requires and the request lacks; when it has all, those that
 * the grant usually has.
 */
export function missingParameters(message: TokenRequest): Partial<Observation> {
  const { needs, has = [], invalidRequest } = refusalsOf(message);
  const { bodyFormat, params } = message;
  const read = bodyFormat === 'form' || bodyFormat === 'query' || bodyFormat === 'json';
  const missing = read ? needs.filter((name) => !params.get(name)) : [];
  const [first] = missing;
  if (first === undefined) {
    const all = ['grant_type', ...needs, ...has];
    if (invalidRequest || all.length === 1) return {};
    return { fix: `Send ${list(all)} in a form body, each once and with a value.` };
  }
  return {
    at: parameter(first),
    observed: `${tokenErrorSentence(message)} The request has no ${list(missing)}.`,
    fix: `Send ${list(missing)}: this grant requires ${missing.length === 1 ? 'it' : 'them'}.`,
  };
}
