import { isRefusedFor } from '../../flow/facts/request-refusal.ts';
import { isRefused } from '../../flow/facts/said.ts';
import type { Flow } from '../../flow/flow.ts';
import type { MessageOf } from '../../oauth/message.ts';
import { numericClaim, type TokenView, viewToken } from '../../oauth/values/jwt.ts';
import { span } from '../../words/times.ts';
import { cannotTell, claim, defineCheck, type Observation, parameter, rfc } from '../check.ts';
import { signatureEvidence } from '../shared/signature-evidence.ts';

/** How far clocks may differ. */
const LEEWAY = 60_000;
const ABOUT = ['invalid_request_object', 'invalid_request'];

export default defineCheck({
  title: 'The request object is not valid',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'request',
  effect: 'request-fails',
  why: 'The server reads the parameters from a JWT that the client signed, and refuses one that it cannot read or verify, or that has expired.',
  fix: 'Make a new request object for each login, as a JWT signed with a key that is registered for the client.',
  specs: [rfc(9101, '4'), rfc(9101, '6.2')],
  explains: [
    'authz-error-invalid-request-object',
    'authz-error-invalid-request',
    'par-request-failed',
    'error-page-shown',
  ],
  subject: ['authorization-request', 'pushed-authorization-request'],
  *check(message, flow) {
    const object = message.params.get('request');
    if (!object) return;
    const refused = isRefusedHere(message, flow);
    const view = viewToken(object);
    if (view.kind === 'encrypted') {
      if (refused) yield cannotTell('The request object is encrypted.');
      return;
    }
    const fault = faultOf(view, message.exchange.startedAt, flow);
    if (!fault) return;
    yield { at: parameter('request'), ...fault, ...(refused ? {} : { severity: 'info' }) };
  },
});

function isRefusedHere(
  message: MessageOf<'authorization-request' | 'pushed-authorization-request'>,
  flow: Flow,
): boolean {
  return message.kind === 'pushed-authorization-request'
    ? isRefused(message.exchange)
    : isRefusedFor(flow, 'request', ABOUT);
}

function faultOf(view: TokenView, now: number, flow: Flow): Observation | null {
  if (view.kind !== 'jwt') {
    const reason = view.kind === 'malformed' ? `: ${view.reason}` : '';
    return {
      observed: `The value of request is no JWT${reason}.`,
      expected: 'Three base64url parts joined by dots',
    };
  }
  const exp = numericClaim(view.jwt.claims ?? {}, 'exp');
  const late = exp === null ? 0 : now - exp * 1_000;
  if (late > LEEWAY) {
    return {
      at: claim('exp'),
      observed: `The request object expired ${span(late)} before it was sent.`,
      expected: 'A request before exp',
    };
  }
  const found = signatureEvidence(view.jwt, flow, 'the request object', false);
  // A server may take unsigned ones (OpenID Connect Core section 6.1).
  if (!found || String(view.jwt.header.alg).toLowerCase() === 'none') return null;
  return {
    observed: found.told,
    fix: 'Sign the request object with the key that the server has of this client, and name it in kid.',
  };
}
