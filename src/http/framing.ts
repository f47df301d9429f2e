import type { Exchange } from './exchange.ts';
import { headerValues } from './headers.ts';

/** The header of a document that forbids frames. */
export interface FramingRefusal {
  readonly name: string;
  readonly value: string;
  /** Pages of the document's own origin may show it. */
  readonly allowsOwnOrigin: boolean;
}

/**
 * The header that makes a document refuse every frame of another origin. Null without such a
 * header, or when its list of allowed ancestors would have to be matched (CSP3 section 6.4.2, HTML
 * 7.5).
 */
export function framingRefusal({ response }: Exchange): FramingRefusal | null {
  if (!response) return null;
  const policies = headerValues(response.headers, 'content-security-policy');
  for (const policy of policies) {
    const directive = /(?:^|;)\s*frame-ancestors\s+([^;]+)/i.exec(policy)?.[1]?.trim();
    // Browsers ignore X-Frame-Options when there is frame-ancestors.
    if (directive !== undefined) {
      const refused = /^(?:'none'|'self')$/i.test(directive);
      return refused
        ? {
            name: 'Content-Security-Policy',
            value: `frame-ancestors ${directive}`,
            allowsOwnOrigin: /self/i.test(directive),
          }
        : null;
    }
  }
  const options = headerValues(response.headers, 'x-frame-options')[0]?.trim();
  if (options === undefined || !/^(?:deny|sameorigin)$/i.test(options)) return null;
  return {
    name: 'X-Frame-Options',
    value: options,
    allowsOwnOrigin: /^sameorigin$/i.test(options),
  };
}
