/** `[Authorization redacted]`, `[text/html redacted]`. */
const NAMED = /^\[[^[\]]{1,200} redacted\]$/;
const NAMED_END = ' redacted]';
/** A body that is nothing else. Some programs also write it for a body that was empty. */
const WHOLE =
  /^\W{0,3}(?:redacted|obfuscated|sanitized|sanitised|scrubbed|anonymized|anonymised)\W{0,3}$/i;

/** Whether a sanitizer wrote its own text in place of a header value. The value is then unknown. */
export function isRemovedHeader(value: string): boolean {
  return value.endsWith(NAMED_END) && NAMED.test(value);
}

/** Whether a sanitizer wrote its own text in place of a body. */
export function isRemovedBody(text: string): boolean {
  return text.length < 250 && (isRemovedHeader(text) || WHOLE.test(text));
}
