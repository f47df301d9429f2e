const ESSENCE = /^[!#$%&'*+\-.^_`|~0-9a-z]+\/[!#$%&'*+\-.^_`|~0-9a-z]+$/;

/**
 * MIME Sniffing standard, "essence": `type/subtype`, lower-cased and without parameters. Null when
 * the field is absent or not a media type.
 */
export function essence(contentType: string | null): string | null {
  if (contentType === null) return null;
  const end = contentType.indexOf(';');
  const type = (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
  return ESSENCE.test(type) ? type : null;
}

/** RFC 8259 and RFC 6839 section 3.1: JSON by its own name or by the `+json` suffix. */
export function isJson(contentType: string | null): boolean {
  const type = essence(contentType);
  if (type === null) return false;
  return type === 'application/json' || type === 'text/json' || type.endsWith('+json');
}

/** HTML standard: `text/html`, or XHTML, which error pages use as well. */
export function isHtml(contentType: string | null): boolean {
  const type = essence(contentType);
  return type === 'text/html' || type === 'application/xhtml+xml';
}

/** URL standard: `application/x-www-form-urlencoded`. */
export function isForm(contentType: string | null): boolean {
  return essence(contentType) === 'application/x-www-form-urlencoded';
}
