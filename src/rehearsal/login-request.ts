import type { Flow } from '../flow/flow.ts';
import { originOfUrl, withoutQuery } from '../http/url.ts';
import { appOrigin } from './app-calls.ts';
import type { Offer } from './fault.ts';

/** Changes a parameter of the next authorization request while the page of the application sends it. */
export function changeRequest(
  flow: Flow,
  name: string,
  change: { readonly value: string; readonly appends?: true },
): Offer {
  const { request } = flow;
  if (!request) return { grey: 'The recording shows no authorization request.' };
  const { exchange } = request;
  if (request.effective('request_uri') !== undefined || request.effective('request') !== undefined)
    return { grey: 'The request is pushed or signed, and its parameters are not in its URL.' };
  if (!new URL(exchange.request.url).searchParams.has(name))
    return { grey: `The request has no ${name}.` };
  if (exchange.request.method !== 'GET' || exchange.destination === 'iframe')
    return { grey: 'The request is a form or loads in a frame, which the script does not reach.' };
  const { url } = exchange.request;
  if (flow.recording.redirectedTo(url, exchange.startedAt) !== null)
    return {
      grey: 'Your server redirects to the login, and a script in the page does not reach that.',
    };
  const origin = appOrigin(flow);
  if (origin === null || origin === originOfUrl(url))
    return { grey: 'The recording shows no page of the application that sends it.' };
  const calls = { method: 'GET', url: withoutQuery(url), parameter: null };
  const deed = { kind: 'change-navigation', name, appends: false, ...change } as const;
  return { origin, calls, deed };
}
