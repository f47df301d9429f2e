import { scopeRefusal } from '../../flow/facts/scope-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, rfc } from '../check.ts';

/** Scopes that servers often leave out of the answer although they granted them. */
const NOT_ECHOED = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
  'offline',
]);

export default defineCheck({
  title: 'Fewer scopes are granted than were asked for',
  severity: 'info',
  owner: 'authorization server',
  basis: 'computed',
  why: 'The user, a policy or the resource that was asked for narrowed the scope; the server has to say so (RFC 6749 section 5.1). Calls that need the missing scope are refused with 403.',
  fix: 'Allow the scope for this client and ask the user to consent to it, or change the app to work without it.',
  specs: [rfc(6749, '3.3'), rfc(6749, '5.1')],
  explains: ['api-403-insufficient-scope'],
  aliases: [
    'scope-escalated',
    'scope-granted-differs',
    'scope-response-format',
    'token-request-scope-ignored',
  ],
  subject: 'token-request',
  *check(message, flow) {
    const { grant, params, response } = message;
    const granted = response.json?.scope;
    if (response.outcome !== 'tokens' || typeof granted !== 'string' || granted === '') return;
    const asked =
      params.get('scope') ??
      (grant === 'authorization_code' ? flow.request?.effective('scope') : undefined);
    if (!asked) return;
    const have = new Set(words(granted).map(bare));
    const missing = words(asked).filter(
      (scope) =>
        !have.has(bare(scope)) &&
        !isImplied(scope, have) &&
        !NOT_ECHOED.has(scope) &&
        !/\.default$/.test(scope),
    );
    if (missing.length === 0) return;
    yield {
      at: member('scope'),
      observed: `Asked for, but not granted: ${list(missing.slice(0, 10).map((scope) => quote(scope, 80)))}.`,
      expected: quote(asked),
      severity: wasMissed(message, flow) ? 'warning' : 'info',
    };
  },
});

/** Whether an API refused a call for its scope after that. */
function wasMissed({ exchange }: TokenRequest, { messages }: Flow): boolean {
  return messages.some(
    (other) =>
      other.kind === 'api-call' &&
      other.exchange.startedAt > exchange.startedAt &&
      scopeRefusal(other.exchange) !== null,
  );
}

function words(scope: string): string[] {
  return scope.split(/[\s,]+/).filter(Boolean);
}

/**
 * The last part of a scope, in lower case. Some servers grant `api://app/read` and
 * `https://graph.example.com/read` as `read`.
 */
function bare(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
}

/**
 * Whether a wider scope includes it. Some servers name only the widest: `user` includes
 * `user:email`, `admin:org` includes `read:org`.
 */
function isImplied(scope: string, have: ReadonlySet<string>): boolean {
  const [first = '', second] = scope.toLowerCase().split(':');
  if (second === undefined) return false;
  return (
    have.has(first) ||
    (first === 'read' && (have.has(`write:${second}`) || have.has(`admin:${second}`)))
  );
}
