import type { Flow } from '../flow/flow.ts';
import { originOfUrl } from '../http/url.ts';
import { appOrigin } from './app-calls.ts';

/**
 * Origins of the application, the authorization server and the API of a flow, which rules need access to:
 * that of a request, and that of the page which sends it.
 */
export function flowSites(flow: Flow): readonly string[] {
  const { request, responses, tokenRequests, messages } = flow;
  const uses = messages.filter(({ kind }) => kind === 'api-call' || kind === 'userinfo-request');
  const urls = [
    request?.exchange.request.url,
    request?.effective('redirect_uri'),
    responses.at(-1)?.target,
    ...[...tokenRequests, ...uses].map(({ exchange }) => exchange.request.url),
  ];
  const origins = [appOrigin(flow), ...urls.map((url) => (url ? originOfUrl(url) : null))];
  return [...new Set(origins.filter((one): one is string => one?.startsWith('http') ?? false))];
}
