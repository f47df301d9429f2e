import type { HttpResponse } from './exchange.ts';
import { headerValue } from './headers.ts';
import { isJson } from './media-type.ts';

type Answer = Pick<HttpResponse, 'status' | 'headers'>;

/** Whether the status is known and in this range (both ends included). */
export function hasStatus(response: Answer | null, first: number, last: number): boolean {
  const status = response?.status ?? 0;
  return status >= first && status <= last;
}

/** Whether the status is known to be 200 to 299. */
export function isOk(response: Answer | null): boolean {
  return hasStatus(response, 200, 299);
}

/** Whether the status is known to be 400 or more. */
export function isError(response: Answer | null): boolean {
  return hasStatus(response, 400, 999);
}

/**
 * Whether the status is 300 to 399, or unknown and there is a `Location`. The `Location` of a 201
 * names what was made (RFC 9110 section 10.2.2) and comes with a JSON body.
 */
export function isRedirect(response: Answer | null): boolean {
  if (response?.status !== null) return hasStatus(response, 300, 399);
  return (
    headerValue(response.headers, 'location') !== null &&
    !isJson(headerValue(response.headers, 'content-type'))
  );
}

/** Words for use after “answered”: `401`, or `with an unknown status`. */
export function statusWords({ status }: Pick<HttpResponse, 'status'>): string {
  return status === null ? 'with an unknown status' : String(status);
}

/** `HTTP 401`, or `status unknown`. */
export function httpStatus({ status }: Pick<HttpResponse, 'status'>): string {
  return status === null ? 'status unknown' : `HTTP ${status}`;
}
