/** What is wrong with a value whatever was meant: nobody registers or issues one like it. */
export type ValueFault =
  | 'empty'
  | 'empty variable'
  | 'object'
  | 'placeholder'
  | 'quotes'
  | 'white space'
  | 'line break';

const EMPTY_VARIABLE = /^(?:undefined|null|NULL|NaN|None|nil)$/;
/** Marks of templates: `${…}`, `{{…}}`, `%NAME%`, `<%= … %>`, `#{…}`, `__NAME__`, `$NAME`. */
const TEMPLATE =
  /\$\{[^}]*\}|\{\{[^}]*\}\}|%[A-Z][A-Z0-9_]{2,}%|<%=?[^%]*%>|#\{[^}]*\}|^__[A-Z][A-Z0-9_]*__$|^\$[A-Z][A-Z0-9_]{2,}$|\b(?:process\.env|import\.meta\.env)\./;
/** What documentation writes where a value belongs. */
const TO_REPLACE =
  /^[<[{]?\s*(?:your|insert|enter|replace|change|put|paste|todo|fixme)(?:[ _-][\w -]+)?[ _-](?:client|app|application|tenant|domain|redirect|callback|secret|id|uri|url|key|here|me|it)\b[^/]*$|^my[ _-]client[ _-](?:id|secret)$/i;
/** Recorders and people write these where they removed a value. */
const REMOVED =
  /redact|remov|mask|hidden|sanit|anonym|scrub|filter|obfus|strip|delet|censor|\*{2,}|x{4,}|…/i;

/** The fault of one value; null when it may be right, and for what a sanitizer left of one. */
export function faultOf(value: string): ValueFault | null {
  if (value === '') return 'empty';
  if (value.length > 2_000) return null;
  const bare = value.trim();
  if (EMPTY_VARIABLE.test(bare)) return 'empty variable';
  if (bare.startsWith('[object ')) return 'object';
  if (isPlaceholder(bare)) return 'placeholder';
  if (/^["'`“”]|["'`“”]$/.test(bare)) return 'quotes';
  if (/[\r\n]/.test(value)) return 'line break';
  return bare === value ? null : 'white space';
}

function isPlaceholder(value: string): boolean {
  if (REMOVED.test(value)) return false;
  return TEMPLATE.test(value) || TO_REPLACE.test(value);
}
