import { startsFlow } from '../../flow/facts/attempt.ts';
import { requestRefusal } from '../../flow/facts/request-refusal.ts';
import { hostOf } from '../../http/url.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

/** Words for environments in names of clients, hosts, realms and tenants. */
const ENVIRONMENTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['development', /(?:^|[^a-z])(?:dev|development|local)(?:[^a-z]|$)/i],
  ['test', /(?:^|[^a-z])(?:test|testing|qa|uat|sandbox)(?:[^a-z]|$)/i],
  ['staging', /(?:^|[^a-z])(?:stage|staging|stg|preprod|pre-prod)(?:[^a-z]|$)/i],
  ['production', /(?:^|[^a-z])(?<!\b(?:non|pre)-)(?:prod|production|prd)(?:[^a-z]|$)/i],
];

export default defineCheck({
  title: 'The request mixes two environments',
  severity: 'info',
  owner: 'client',
  basis: 'heuristic',
  why: 'A client of one environment is usually unknown in another one.',
  fix: 'Take client_id, server and redirect URI from the settings of one environment.',
  specs: [rfc(6749, '2.2')],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow)) return;
    const refusal = requestRefusal(flow);
    const isOfClient =
      refusal?.about === 'client-unknown' ||
      refusal?.about === 'redirect-mismatch' ||
      refusal?.error === 'unauthorized_client' ||
      refusal?.error === 'invalid_client';
    if (!isOfClient) return;
    const parts = [
      ['client_id', message.effective('client_id') ?? ''],
      ['the server', message.endpoint.replace(/^https?:\/\//, '')],
      ['the host of redirect_uri', hostOf(message.effective('redirect_uri') ?? '')],
    ] as const;
    const named = parts.flatMap(([part, text]) => {
      const found = environmentIn(text);
      return found === null ? [] : [{ part, text, environment: found }];
    });
    if (new Set(named.map(({ environment }) => environment)).size < 2) return;
    yield {
      at: parameter('client_id'),
      observed: `The names speak of different environments: ${list(named.map(({ part, text, environment }) => `${part} ${quote(text, 80)} of ${environment}`))}.`,
    };
  },
});

/** The environment that a name speaks of; null when it names none, or more than one. */
function environmentIn(text: string): string | null {
  // The last label of a host names no environment.
  const name = text.replace(/\.(?:test|dev|local|localhost)(?=[:/]|$)/, '');
  const found = ENVIRONMENTS.filter(([, words]) => words.test(name));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}
