import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { isNamedPlaceholder } from '../../oauth/values/placeholder.ts';
import type { Flow } from '../flow.ts';
import { presence } from './attempt.ts';

/** A server would have to show a page (OpenID Connect Core section 3.1.2.6). */
const NEEDS_PAGE = new Set([
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]);

/**
 * Whether the request forbade every page (OpenID Connect Core section 3.1.2.1). When `prompt` is
 * hidden in an opaque request, or was replaced, the error decides: servers answer it to no other
 * request. When no
 * request was seen, the frame of the response decides.
 */
export function isSilent(flow: Flow, response: AuthorizationResponse): boolean {
  const { request } = flow;
  if (!request) return response.exchange.destination === 'iframe';
  if (presence(request, 'prompt') === 'hidden') return needsPage(response);
  if (isNamedPlaceholder(request.effective('prompt') ?? '')) return needsPage(response);
  return (request.effective('prompt') ?? '').split(/\s+/).includes('none');
}

/** Whether the server refused because it may not show a page. */
function needsPage({ params }: AuthorizationResponse): boolean {
  return NEEDS_PAGE.has(params.get('error') ?? '');
}

/**
 * The answer to a silent request that found nobody signed in, or that only the user can go on with.
 * Null when the attempt was no such probe, or ended otherwise.
 */
export function probeEnd(flow: Flow): AuthorizationResponse | null {
  const last = flow.responses.at(-1);
  return last && needsPage(last) && isSilent(flow, last) ? last : null;
}
