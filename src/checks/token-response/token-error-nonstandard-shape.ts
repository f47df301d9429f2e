import { responseText } from '../../oauth/exchange-view.ts';
import { errorMembers } from '../../oauth/values/error-members.ts';
import type { JsonObject } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { BODY, defineCheck, rfc } from '../check.ts';
import { explained } from '../shared/provider-words.ts';

/** Errors are short; longer objects are data. */
const MAX_MEMBERS = 20;

export default defineCheck({
  title: 'Error response is not in the form of OAuth',
  severity: 'error',
  owner: 'authorization server',
  basis: 'reported',
  effect: 'request-fails',
  why: 'A client looks for a string member "error". Without it libraries say no more than "invalid response", and the reason below is lost.',
  fix: 'Read the reason here; have the server answer {"error": "…", "error_description": "…"}.',
  specs: [rfc(6749, '5.2')],
  subject: 'token-request',
  *check(message, flow) {
    const { exchange, response } = message;
    const { json, error } = response;
    const status = exchange.response?.status ?? 0;
    if (status < 400 || error !== null || exchange.delivered === false) return;
    const text = responseText(exchange);
    const observed = json ? membersOf(json) : textOf(text, status);
    if (observed === null) return;
    const report = {
      at: BODY,
      observed: `The token endpoint answered ${status} ${observed}.`,
      expected: '{"error": "invalid_grant"} or another registered code',
    };
    yield explained(report, message, flow);
  },
});

function membersOf(json: JsonObject): string {
  const inside = Object.values(json)
    .slice(0, MAX_MEMBERS)
    .flatMap((value) => reasons(Array.isArray(value) ? value[0] : value));
  const words = [...reasons(json), ...inside];
  const names = Object.keys(json).slice(0, 8);
  const members = names.length > 0 ? list(names.map((name) => quote(name, 40))) : 'no name';
  return `with the members ${members}${words.length > 0 ? `: ${words.slice(0, 4).join('; ')}` : ''}`;
}

/** Returns short text. Other checks cover pages, wrong URLs and crashes. */
function textOf(text: string | null, status: number): string | null {
  if (text === null || status >= 500 || status === 404 || status === 405) return null;
  if (text.trim() === '') return 'without a body';
  return /^\s{0,200}</.test(text) ? null : `with the text ${quote(text.trim())}`;
}

function reasons(value: unknown): readonly string[] {
  return errorMembers(value).map(({ name, value: said }) =>
    typeof said === 'number' ? `${name} ${said}` : `${name} ${quote(said)}`,
  );
}
