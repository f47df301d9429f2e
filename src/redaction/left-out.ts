import { distinctCharacters } from '../http/distinct.ts';
import { faultOf } from '../http/value-fault.ts';
import { isPlaceholder } from '../oauth/values/placeholder.ts';

const REMOVED_WORDS =
  /redacted|removed|masked|hidden|sanitized|sanitised|scrubbed|filtered|censored|omitted|stripped|anonymi[sz]ed|obfuscated|elided|value|secret|token|code|by|for|privacy|string|[^\p{L}\d]/giu;
/** How templates and words of documentation begin. */
const TEMPLATE = /^(?:[<[{$%#_]|(?:your|my|insert|enter|replace|change|put|paste|todo|fixme)\b)/i;

/**
 * Whether a value is none: what an empty variable turns into, a template that nobody filled in, or
 * what a sanitizer wrote. It is no secret, and often the clue.
 */
export function isLeftOut(value: string): boolean {
  const fault = faultOf(value) ?? '';
  if (/^(?:empty|object)/.test(fault)) return true;
  if (fault === 'placeholder' && value.length <= 80 && TEMPLATE.test(value)) return true;
  if (!isPlaceholder(value)) return false;
  const isMarked = distinctCharacters(value, 3) <= 2 || /^[[<].*[\]>]$/.test(value.trim());
  return isMarked || value.replace(REMOVED_WORDS, '').length <= 8;
}
