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
  if (value === '' || value.length > MAX_PLACEHOLDER) return false;
  const bare = value.trim();
  if (ROW.test(bare) || OWN.test(bare) || BRACKETED.test(bare)) return true;
  return STARRED.test(bare) || (REMOVED.test(bare) && !/^[\w-]{40,}$/.test(bare));
}
