import { misspeltScopes, namesIn } from '../../flow/facts/scope-names.ts';
import type { Flow } from '../../flow/flow.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, type Report, rfc } from '../check.ts';
import { scopeFaultCheck } from '../shared/scope-fault-check.ts';

const refused = scopeFaultCheck({
  kind: 'misspelt',
  title: 'A scope is misspelt',
  why: 'Servers compare scopes letter by letter: case, separators and the order of words count.',
  fix: 'Copy the names of the scopes from the documentation of the server.',
  specs: [rfc(6749, '3.3'), rfc(8414, '2')],
  aliases: ['scope-not-in-metadata'],
});

export default defineCheck({
  ...refused,
  *check(message, flow) {
    yield* refused.check(message, flow);
    if (message.kind === 'token-request') yield* ignored(message, flow);
  },
});

/** A scope that the server left out of what it granted, because it does not know the name. */
function* ignored(message: TokenRequest, flow: Flow): Iterable<Report> {
  const { grant, params, response } = message;
  const granted = response.json?.scope;
  if (response.outcome !== 'tokens' || typeof granted !== 'string' || granted === '') return;
  const login = grant === 'authorization_code' ? flow.request?.effective('scope') : undefined;
  const asked = params.get('scope') ?? login ?? '';
  const have = new Set(namesIn(granted));
  const left = misspeltScopes(flow, asked).filter(
    ({ name, meant }) => !have.has(name) && !have.has(meant),
  );
  if (left.length === 0) return;
  const each = left.map(({ name, meant }) => `${quote(name)}, which is almost ${quote(meant)}`);
  yield {
    at: parameter('scope'),
    observed: `The server granted ${quote(granted)}, and not ${list(each)}.`,
    expected: list(left.map(({ meant }) => quote(meant))),
    fix: `Send ${list(left.map(({ name, meant }) => `${quote(meant)} instead of ${quote(name)}`))}.`,
    severity: 'warning',
    effect: null,
    explains: ['scope-downgraded'],
  };
}
