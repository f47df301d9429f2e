import type { Item } from '../correlation/item.ts';
import { queryOf } from '../http/url.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import {
  type ResponseSighting,
  withoutResponseParameters,
} from '../oauth/kinds/authorization-response.ts';
import { formParams } from '../oauth/values/params.ts';
import { asksForNothing } from '../oauth/values/response-type.ts';
import { requestIn } from './request-in.ts';

/**
 * OAuth 2.0 Multiple Response Types section 4: the answer to `response_type=none` has no parameter
 * except `state`, so it is recognised as a response only by its request.
 */
export function emptyResponses(items: readonly Item[]): readonly Item[] {
  const request = requestIn(items);
  const redirectUri = request?.effective('redirect_uri');
  if (!request || !redirectUri || !asksForNothing(request)) return items;
  const state = request.effective('state');
  const read = (url: string): Omit<ResponseSighting, 'kind' | 'exchange'> | null => {
    const wire = formParams(queryOf(url));
    const target = withoutResponseParameters(url);
    if (target !== withoutResponseParameters(redirectUri) || wire.get('state') !== state)
      return null;
    return { params: wire, wire, mode: 'query', jarm: null, target, certain: false };
  };
  return items.flatMap((item): readonly Item[] => {
    const { exchange, sighting } = item;
    if (sighting.kind !== 'document' && sighting.kind !== 'authorization-request') return [item];
    const arrived = sighting.kind === 'document' ? read(exchange.request.url) : null;
    if (arrived)
      return [{ ...item, sighting: { kind: 'response-delivered', exchange, ...arrived } }];
    const issued = read(redirectTarget(exchange) ?? '');
    if (!issued) return [item];
    return [item, { ...item, sighting: { kind: 'response-issued', exchange, ...issued } }];
  });
}
