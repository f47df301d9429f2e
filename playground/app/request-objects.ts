import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Addresses } from '../addresses.ts';
import { readBody, sendText } from '../http.ts';

const TYPE = 'application/oauth-authz-req+jwt';
const limit = 100;

/** Request objects that the app keeps for the authorization server to fetch (RFC 9101 section 5.2). */
export function createRequestObjects({ app }: Addresses) {
  const kept = new Map<string, string>();

  async function publish(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = `/request-objects/${kept.size}`;
    if (kept.size < limit) kept.set(path, (await readBody(request)).toString());
    sendText(response, 200, app + path);
  }

  /** Answers if the path names a request object. */
  function serve({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
    const found = kept.get(url);
    if (found !== undefined) sendText(response, 200, found, TYPE);
    return found !== undefined;
  }

  return { publish, serve };
}
