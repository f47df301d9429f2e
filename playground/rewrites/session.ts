import type { Addresses } from '../addresses.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import {
  header,
  type ProxiedResponse,
  type Rewrite,
  withHeader,
  withoutHeaders,
} from '../proxy.ts';
import { answer } from './requests.ts';

const METADATA = '/.well-known/openid-configuration';
const CHECK = '/session/check';

/**
 * Adds front-channel logout, which oidc-provider no longer has: frames of the clients, then back.
 */
export function logoutInFrames({ app, issuer }: Addresses): Rewrite {
  return async (request, forward) => {
    const response = await forward(request);
    if (request.target === METADATA)
      return withMetadata(response, {
        frontchannel_logout_supported: true,
        frontchannel_logout_session_supported: true,
      });
    const back = header(response.headers, 'location');
    if (request.target !== '/session/end/confirm' || back === null) return response;
    const query = new URLSearchParams({ iss: issuer, sid: 'invented-session' });
    const frame = escapeHtml(`${app}/frontchannel-logout?${query}`);
    const body = htmlPage({
      title: 'Signing out',
      body: `<h1>Signing out everywhere</h1>
<iframe src="${frame}" hidden></iframe>
<script>addEventListener('load', () => setTimeout(() => location.assign(${JSON.stringify(back)}), 300));</script>`,
    });
    const headers = withHeader(
      withoutHeaders(response.headers, (name) => name === 'location'),
      'Content-Type',
      'text/html; charset=utf-8',
    );
    return { status: 200, headers, body: Buffer.from(body) };
  };
}

/**
 * Adds OpenID Connect Session Management, which oidc-provider no longer has. Every session lasts.
 */
export function sessionFrame({ issuer }: Addresses): Rewrite {
  return async (request, forward) => {
    if (request.target.startsWith(CHECK))
      return answer(request, 200, 'text/html; charset=utf-8', checkPage);
    const response = await forward(request);
    if (request.target === METADATA)
      return withMetadata(response, { check_session_iframe: issuer + CHECK });
    const url = URL.parse(header(response.headers, 'location') ?? '');
    if (!url?.searchParams.has('code')) return response;
    url.searchParams.set('session_state', 'aW52ZW50ZWQ.c2FsdA');
    return { ...response, headers: withHeader(response.headers, 'Location', url.href) };
  };
}

/** Forbids to show the session frame in pages of others. */
export function refused(rewrite: Rewrite): Rewrite {
  return async (request, forward) => {
    const response = await rewrite(request, forward);
    if (!request.target.startsWith(CHECK)) return response;
    return { ...response, headers: withHeader(response.headers, 'X-Frame-Options', 'SAMEORIGIN') };
  };
}

const checkPage = `<!doctype html><title>Session</title>
<script>addEventListener('message', ({ source, origin }) => source.postMessage('unchanged', origin));</script>`;

function withMetadata(
  response: ProxiedResponse,
  members: Readonly<Record<string, unknown>>,
): ProxiedResponse {
  const metadata = JSON.parse(response.body.toString()) as object;
  return { ...response, body: Buffer.from(JSON.stringify({ ...metadata, ...members })) };
}
