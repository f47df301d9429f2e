import type { JsonObject } from '../../oauth/json.ts';
import { BODY, defineCheck, rfc } from '../check.ts';
import { list, quote } from '../words.ts';

const WORDS = [
  'message',
  'error_message',
  'errorSummary',
  'error_description',
  'msg',
  'detail',
  'title',
  'description',
  'type',
  'code',
  'errorCode',
  'error_code',
];

export default defineCheck({
  title: 'Error response is not in the form of OAuth',
  severity: 'error',
  owner: 'authorization server',
  basis: 'reported',
  why: 'A client looks for a string member "error". Without it libraries say no more than "invalid response", and the reason below is lost.',
  fix: 'Read the reason here; have the server answer {"error": "…", "error_description": "…"}.',
  specs: [rfc(6749, '5.2')],
  subject: 'token-request',
  *check({ exchange, response }) {
    const { json, error } = response;
    if (!exchange.response || exchange.response.status < 400 || !json || error !== null) return;
    const words = [...reasons(json), ...reasons(json.error), ...reasons(firstOf(json.errors))];
    const members = list(
      Object.keys(json)
        .slice(0, 8)
        .map((name) => quote(name, 40)),
    );
    yield {
      at: BODY,
      observed: `The token endpoint answered ${exchange.response.status} with the members ${members}${
        words.length > 0 ? `: ${words.slice(0, 4).join('; ')}` : ''
      }.`,
      expected: '{"error": "invalid_grant"} or another registered code',
    };
  },
});

function reasons(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const object = value as JsonObject;
  return WORDS.flatMap((name) => {
    const found = Object.hasOwn(object, name) ? object[name] : undefined;
    if (typeof found === 'number') return [`${name} ${found}`];
    return typeof found === 'string' && found !== '' ? [`${name} ${quote(found)}`] : [];
  });
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
