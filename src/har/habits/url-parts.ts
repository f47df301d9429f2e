import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import { asText, isRecord, type Loose } from '../loose.ts';
import { fieldValue } from './header-shapes.ts';
import { asWords, member } from './members.ts';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Whether it is a URL with a scheme. */
export function isAbsolute(url: unknown): url is string {
  return typeof url === 'string' && SCHEME.test(url);
}

/** The URL of a request that has only its parts: a path beside `Host`, or pseudo-header fields. */
export function absoluteUrl(request: Loose, headers: unknown): unknown {
  const written = member(request, 'url', 'uri', 'href');
  const url = isRecord(written) ? member(written, 'raw', 'href', 'url') : written;
  if (isAbsolute(url)) return url;
  const path = asText(url) ?? fieldValue(headers, ':path');
  const host = fieldValue(headers, 'host') ?? fieldValue(headers, ':authority');
  // Of `//host/path` or `host/path` it is not clear that a host was meant.
  if (!host || !path || !/^\/(?!\/)/.test(path)) return url;
  return `${schemeOf(request, headers, host)}://${host.replace(/:(?:443|80)$/, '')}${path}`;
}

/** The method of a request. */
export function methodOf(request: Loose, headers: unknown): unknown {
  return (
    member(request, 'method', 'httpMethod', 'verb') ?? fieldValue(headers, ':method') ?? undefined
  );
}

function schemeOf(request: Loose, headers: unknown, host: string): string {
  const said =
    fieldValue(headers, ':scheme') ??
    /^[^,]*/.exec(fieldValue(headers, 'x-forwarded-proto') ?? '')?.[0] ??
    '';
  const forwarded = /\bproto="?(https?)/i.exec(fieldValue(headers, 'forwarded') ?? '')?.[1];
  for (const one of [said, forwarded, member(request, 'scheme', 'protocol')]) {
    const scheme = /^\s*(https?)(?::|\s*$)/i.exec(asText(one) ?? '')?.[1];
    if (scheme) return scheme.toLowerCase();
  }
  const port = /:(\d+)$/.exec(host)?.[1] ?? asWords(member(request, 'port'));
  if (port === '443' || port === '80') return port === '443' ? 'https' : 'http';
  for (const name of ['origin', 'referer']) {
    const page = parseUrl(fieldValue(headers, name) ?? '');
    if (page?.host === host.toLowerCase()) return page.protocol.slice(0, -1);
  }
  return isLoopbackHost(host.replace(/:\d+$/, '').toLowerCase()) ? 'http' : 'https';
}
