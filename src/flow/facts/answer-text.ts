import type { Exchange } from '../../http/exchange.ts';
import { headerValues } from '../../http/headers.ts';
import { parseChallenges } from '../../http/www-authenticate.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import type { Message } from '../../oauth/message.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { formParams, type Params } from '../../oauth/values/params.ts';
import { MAX_ERROR_PAGE, readPage } from './page-text.ts';

const MAX_LINES = 40;
const MAX_VALUE = 1_000;
const DEEPEST = 3;

/** Names and values, in their order. */
type Members = readonly (readonly [string, unknown])[];

/**
 * What a message says about a refusal, as the signatures of providers read it, one thing a line:
 * first `error: error_description`, then every other member as `name value`. For pages and plain
 * text it is the text that a user reads.
 */
export function answerText(message: Message): string {
  const lines =
    message.kind === 'authorization-response'
      ? linesOf(errorParams(message.params))
      : linesIn(message.exchange);
  return lines.slice(0, MAX_LINES).join('\n').slice(0, MAX_ERROR_PAGE);
}

/** The other parameters are codes and tokens. */
function errorParams({ pairs }: Params): Members {
  return pairs
    .filter(({ name }) => /^(?:sub)?error/.test(name))
    .map(({ name, value }) => [name, value]);
}

function linesIn(exchange: Exchange): readonly string[] {
  const text = responseText(exchange) ?? '';
  const json = parseJsonObject(text);
  const members = json
    ? Object.entries(json)
    : /^(?:[\w.-]+=[^&\s]*&)*error=/.test(text)
      ? errorParams(formParams(text))
      : null;
  const body = members ? linesOf(members) : [readPage(exchange)?.text ?? ''];
  return [...challengesIn(exchange), ...body].filter(Boolean);
}

/** RFC 6750 section 3: what an API says beside its body, or without one. */
function challengesIn({ response }: Exchange): readonly string[] {
  const field = headerValues(response?.headers ?? [], 'www-authenticate').join('\n');
  return parseChallenges(field).flatMap(({ parameters }) => linesOf([...parameters]));
}

function linesOf(members: Members): readonly string[] {
  const head = ['error', 'error_description'].flatMap((name) => {
    const value = members.find(([key]) => key === name)?.[1];
    return typeof value === 'string' && value !== '' ? [value.slice(0, MAX_VALUE)] : [];
  });
  const others = members
    .filter(([name, value]) => !/^error(?:_description)?$/.test(name) || typeof value === 'object')
    .flatMap(([name, value]) => textsIn(value, name));
  return [head.join(': '), ...others].filter(Boolean);
}

/** The texts and numbers of a value, also those of inner objects and lists. */
function textsIn(value: unknown, name: string, depth = 1): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') {
    return [`${name} ${String(value).slice(0, MAX_VALUE)}`];
  }
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  const inner: Members = Array.isArray(value)
    ? value.map((one) => [name, one])
    : Object.entries(value);
  return inner.slice(0, MAX_LINES).flatMap(([key, one]) => textsIn(one, key, depth + 1));
}
