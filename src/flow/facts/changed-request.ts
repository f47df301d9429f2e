import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { Flow } from '../flow.ts';

/** A parameter of the authorization request that another login of the client, which worked, sent otherwise. */
export interface ChangedParameter {
  readonly name: string;
  /** Null when it is missing now. */
  readonly sent: string | null;
  /** Null when it was missing then. */
  readonly before: string | null;
}

export interface ChangedRequest {
  readonly changes: readonly ChangedParameter[];
  /** Milliseconds from this login to the one that worked; negative when that one was earlier. */
  readonly apart: number;
  /** The request of the login that worked. */
  readonly worked: AuthorizationRequest;
}

/** What decides whether a server accepts the request. Other parameters differ from login to login. */
const DECISIVE = [
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'resource',
  'audience',
  'acr_values',
  'code_challenge_method',
];

/** How the request differs from the one of a login that worked; null when there is none to compare. */
export function changedRequest(flow: Flow): ChangedRequest | null {
  const { request } = flow;
  const success = request ? flow.recording.otherSuccess(flow, 'login') : null;
  const worked = success?.request ?? null;
  if (!request || !success || !worked || request.opaque || worked.opaque) return null;
  const changes = DECISIVE.flatMap((name): readonly ChangedParameter[] => {
    const sent = valueIn(request, name);
    const before = valueIn(worked, name);
    return sameValue(name, sent, before) ? [] : [{ name, sent, before }];
  });
  return { changes, apart: success.startedAt - flow.startedAt, worked };
}

function valueIn(request: AuthorizationRequest, name: string): string | null {
  return request.effective(name) || null;
}

function sameValue(name: string, one: string | null, other: string | null): boolean {
  if (one === other) return true;
  if (one === null || other === null || (name !== 'scope' && name !== 'response_type'))
    return false;
  return words(one) === words(other);
}

/** The names in a list, whose order does not count (RFC 6749 section 3.3). */
function words(value: string): string {
  return [...new Set(value.split(/\s+/).filter(Boolean))].sort().join(' ');
}
