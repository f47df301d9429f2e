/** Words of programs and people that removed a value. */
const REMOVED =
  /\b(?:redacted|removed|masked|hidden|sanitized|sanitised|scrubbed|filtered|censored|omitted|stripped|anonymi[sz]ed|obfuscated|elided)\b/i;
/** `***`, `xxxx`, `••••`, `####`, `----`, `…`: one character again and again. */
const ROW = /^(?:…|([*x•#.X_-])\1{2,})$/;
/** `ey***`, `abc…xyz`: a beginning, a row, an end. */
const STARRED = /\*{3,}|•{3,}|^\S{0,12}…\S{0,12}$/;
/** What the reports of this project write: `‹code-1›`. */
const OWN = /^‹[a-z-]+-\d+›$/;
const BRACKETED = /^(?:\[[^[\]]*\]|<[^<>]*>)$/;
const MAX_PLACEHOLDER = 200;

/**
 * Whether a secret value looks like what somebody put in its place before a recording was shared. No
 * code, token or verifier looks like this.
 */
export function isPlaceholder(value: string): boolean {
  if (value === '' || value.length > MAX_PLACEHOLDER || isCutJwt(value)) return false;
  const bare = value.trim();
  if (ROW.test(bare) || OWN.test(bare) || BRACKETED.test(bare)) return true;
  return STARRED.test(bare) || (REMOVED.test(bare) && !/^[\w-]{40,}$/.test(bare));
}

/** `[client_id redacted]`, whatever the name, and words that no parameter has for a value. */
const NAMED = /^(?:\[[^[\]]{1,100} redacted\]|obfuscated|\[?redacted\]?)$/i;

/** Whether any value, also of a public parameter, is certainly what a sanitizer put in its place. */
export function isNamedPlaceholder(value: string): boolean {
  return value.length <= MAX_PLACEHOLDER && NAMED.test(value.trim());
}

const CUT_JWT = /^ey[\w=-]+\.ey[\w=-]+\.redacted$/;

/** Whether a sanitizer removed the signature of a token and left the rest. */
export function isCutJwt(value: string): boolean {
  return value.endsWith('.redacted') && CUT_JWT.test(value);
}

/** SHA-1 and its successors in hexadecimal, and MD5. */
const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;

/** Whether the value has the form of a hash, which some programs write in place of a value. */
export function isHash(value: string): boolean {
  return HASH.test(value);
}

/** Whether somebody may have put the value in place of another one. */
export function isReplacedValue(value: string): boolean {
  return isPlaceholder(value) || isHash(value);
}

/**
 * Whether the value says nothing but that there was one: two of them may have been different. The
 * placeholders of this project are numbered, so equal ones were equal.
 */
export function isAnonymous(value: string): boolean {
  return isPlaceholder(value) && !OWN.test(value.trim());
}
