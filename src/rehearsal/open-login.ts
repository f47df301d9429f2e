import type { Flow } from '../flow/flow.ts';
import { originOfUrl, parseUrl } from '../http/url.ts';
import type { Offer } from './fault.ts';

const OVER =
  'It answers in place of the server while its login page is open. This login is over: start another one and stop at that page.';

/**
 * Goes from the login page to the application as if the server had answered. Null values leave a
 * parameter out; `state` comes back as it was sent unless it is among the parameters.
 */
export function answerAtLogin(flow: Flow, parameters: Readonly<Record<string, string>>): Offer {
  const { request, responses, tokenRequests } = flow;
  if (!request) return { grey: 'The recording shows no authorization request.' };
  if (responses.length > 0 || tokenRequests.length > 0) return { grey: OVER };
  const mode = request.effective('response_mode') ?? 'query';
  if (mode !== 'query' || !/^(?:code)?$/.test(request.effective('response_type') ?? ''))
    return { grey: `The response of this login does not come in the query of the redirect URI.` };
  const origin = originOfUrl(request.exchange.request.url);
  const redirectUri = request.effective('redirect_uri');
  if (origin === null || redirectUri === undefined || !/^https?:/i.test(redirectUri))
    return { grey: 'The request names no redirect URI that is a web page.' };
  const url = parseUrl(redirectUri);
  if (!url) return { grey: 'The request names no redirect URI that is a web page.' };
  const state = request.effective('state');
  const issuer = flow.metadata?.metadata?.issuer;
  const answer = {
    ...(state === undefined ? {} : { state }),
    ...(typeof issuer === 'string' ? { iss: issuer } : {}),
    ...parameters,
  };
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  return { origin, calls: null, deed: { kind: 'go', url: url.href } };
}
