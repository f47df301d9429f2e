import { jsonText } from '../../oauth/values/json.ts';
import type { Severity } from '../../words/severities.ts';
import { defineCheck, member, rfc } from '../check.ts';

const TEN_YEARS = 315_360_000;

export default defineCheck({
  title: 'expires_in is not a sensible number of seconds',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'Clients add expires_in to the current time. A wrong type or unit makes them refresh all the time, or never.',
  fix: 'Have the server send the lifetime in seconds as a JSON number, for example 3600.',
  specs: [rfc(6749, '5.1')],
  subject: 'token-request',
  *check({ response }) {
    const { json, outcome } = response;
    if (outcome !== 'tokens' || !json || !Object.hasOwn(json, 'expires_in')) return;
    const { expires_in: value } = json;
    const severity = severityOf(value);
    if (!severity) return;
    yield {
      at: member('expires_in'),
      observed: `expires_in is ${jsonText(value).slice(0, 60)}${typeof value === 'string' ? ', a string' : ''}.`,
      expected: 'A positive whole number',
      severity,
    };
  },
});

function severityOf(value: unknown): Severity | null {
  // Form-encoded answers and some JSON answers have strings of digits, which clients convert.
  if (typeof value === 'string' && /^\d{1,9}$/.test(value) && Number(value) > 0) return 'info';
  if (typeof value !== 'number' || value <= 0) return 'warning';
  return Number.isInteger(value) && value <= TEN_YEARS ? null : 'warning';
}
