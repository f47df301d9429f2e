import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { refusesGrant } from '../../oauth/values/token-request-view.ts';
import { describeFault } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { type Check, defineCheck, parameter } from '../check.ts';
import type { SpecLink } from '../finding.ts';
import { tokenErrorSentence } from './token-error-check.ts';

interface AbsentParameter {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  /** The parameters that this request needs. */
  required(message: TokenRequest): readonly string[];
}

const READ = new Set(['form', 'query', 'json']);
/** What a variable without a value turns into. Real tokens are longer. */
const MAX_EMPTY = 20;

/** Makes a check on a refused token request without a parameter that its grant requires. */
export function absentParameterCheck({
  required,
  ...text
}: AbsentParameter): Check<'token-request'> {
  return defineCheck({
    ...text,
    severity: 'error',
    owner: 'client',
    basis: 'observed',
    effect: 'request-fails',
    explains: REFUSALS_OF_GRANT,
    subject: 'token-request',
    *check(message) {
      if (!refusesGrant(message) || !READ.has(message.bodyFormat)) return;
      const absent = required(message).flatMap((name) => {
        const words = absenceWords(name, message.params.get(name));
        return words === null ? [] : [{ name, words }];
      });
      const [first] = absent;
      if (first === undefined) return;
      const facts = list(absent.map(({ words }) => words)).replace(/^the /, 'The ');
      yield {
        at: parameter(first.name),
        observed: `${facts}. ${tokenErrorSentence(message)}`,
      };
    },
  });
}

/** General checks of a refusal that only follow from a fault in what the client handed in. */
export const REFUSALS_OF_GRANT: readonly string[] = [
  'token-error-invalid-request',
  'token-error-invalid-grant',
  'token-error-invalid-target',
  'token-error-unknown-code',
  'token-error-nonstandard-shape',
  'token-error-token-expired',
  'token-error-server-error',
  'token-response-5xx',
];

function absenceWords(name: string, value: string | undefined): string | null {
  if (value === undefined) return `the request has no ${name}`;
  const fault = value.length > MAX_EMPTY ? null : describeFault(value);
  return fault === null ? null : `${name} is ${quote(value)}: ${fault}`;
}
