import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';
import { carried, repeatKey, resourceKeys } from '../request-keys.ts';
import { byNextReference, byValue } from '../seeks.ts';
import { byRepetition, ofKind } from '../seeks-back-channel.ts';

/** Joins of a pushed request: to the authorization request that refers to it, else to its repetition. */
const links: LinksOf<'pushed-authorization-request'> = (sighting, self) => {
  const { requestUri, exchange, params } = sighting;
  const { url } = exchange.request;
  const client = params.get('client_id');
  const same = repeatKey(params);
  // Browsers lose the answer, or its status, when the page leaves right after reading it, as pages
  // do.
  const { response, failure } = exchange;
  const unread =
    requestUri === null &&
    (response
      ? response.status === 201 || (response.status === null && 'unknown' in response.body)
      : failure === null);
  return {
    provides: [
      named(key.pushed, requestUri),
      named(key.client, client),
      requestUri ? same : null,
      ...resourceKeys(params.all('resource')),
      key.endpoint(url),
      key.used(url),
      ...carried(params),
    ],
    seeks: [
      requestUri ? byValue(key.requestUri(requestUri)) : null,
      unread && client ? byNextReference(url, client, self) : null,
      requestUri ? null : byRepetition(same, ofKind('pushed-authorization-request')),
    ],
    rootable: true,
  };
};

export default links;
