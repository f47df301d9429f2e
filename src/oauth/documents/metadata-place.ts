import { originOfUrl, parseUrl } from '../../http/url.ts';

/** The place of metadata, and the issuer that the URL is for. */
export interface WellKnown {
  /**
   * `appended`: below the issuer's path (OpenID Connect Discovery section 4). `inserted`: between host
   * and path (RFC 8414 section 3.1).
   */
  readonly form: 'appended' | 'inserted';
  readonly document: 'openid-configuration' | 'oauth-authorization-server';
  readonly issuer: string;
}

const PATH = /^(.*)\/\.well-known\/(openid-configuration|oauth-authorization-server)(\/.*)?$/;

/** Reads the URL of a metadata request; null when it is at neither place. */
export function wellKnownOf(url: string): WellKnown | null {
  const match = PATH.exec(parseUrl(url)?.pathname ?? '');
  const origin = originOfUrl(url);
  if (!match || origin === null) return null;
  const [, before = '', document, after = ''] = match;
  return {
    form: after === '' ? 'appended' : 'inserted',
    document: document as WellKnown['document'],
    issuer: `${origin}${after === '' ? before : after.replace(/\/$/, '')}`,
  };
}
