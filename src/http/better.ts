import type { Body, Exchange, HttpRequest, HttpResponse } from './exchange.ts';

/**
 * The better of two bodies. Text is best, then the beginning of a text, then the reason why the
 * text is missing. The first wins a tie.
 */
export function betterBody(first: Body, second: Body): Body {
  return worth(second) > worth(first) ? second : first;
}

function worth(body: Body): number {
  if ('unknown' in body) return 0;
  return body.truncated ? 1 : 2;
}

type Fields = Pick<HttpResponse, 'headers' | 'headersComplete'>;

function betterFields(first: Fields, second: Fields): Fields {
  const { headers, headersComplete } =
    second.headersComplete && !first.headersComplete ? second : first;
  return { headers, headersComplete };
}

/** Merges two versions of a request: the better headers and the better body. */
export function betterRequest(first: HttpRequest, second: HttpRequest): HttpRequest {
  const body = first.body && second.body ? betterBody(first.body, second.body) : null;
  return { ...first, ...betterFields(first, second), body: body ?? first.body ?? second.body };
}

/** Merges two versions of a response, with the better part of each; null when both have none. */
export function betterResponse(
  first: HttpResponse | null,
  second: HttpResponse | null,
): HttpResponse | null {
  if (!first || !second) return first ?? second;
  const { status, statusText } = first.status === null ? second : first;
  const body = betterBody(first.body, second.body);
  return { status, statusText, ...betterFields(first, second), body };
}

/** Whether the second version of an exchange knows less about its end than the first. */
export function tellsLess(second: Exchange, first: Exchange): boolean {
  return knowledgeOf(second) < knowledgeOf(first);
}

function knowledgeOf({ response, failure }: Exchange): number {
  if (!response) return failure ? 1 : 0;
  return 'text' in response.body ? 3 : 2;
}
