import { type Classified, classifyHolder, classifyMember } from '../oauth/registry/secrecy.ts';
import type { Template, Variables } from './template.ts';
import { variableOf } from './variable-name.ts';

const TOKEN = /"(?:[^"\\]|\\[\s\S])*"?|[{}[\]:,]|[^"{}[\]:,\s]+|\s+/g;

interface Open {
  readonly isList: boolean;
  /** Name of the object or list. Elements of a list have it too. */
  readonly member: string;
  readonly outer: Classified | null;
}

/**
 * Writes JSON (RFC 8259) with variables: strings and numbers become variables by the names of their
 * members, and everything else stays byte by byte. `rest` writes a string without a secret. Damaged
 * JSON is read as far as possible.
 */
export function jsonTemplate(
  text: string,
  variables: Variables,
  rest: (value: string) => Template,
): Template {
  const template: Template[number][] = [];
  const open: Open[] = [];
  const ofKey = text.includes('"kty"');
  let last = '';
  let name: string | null = null;
  for (const [token] of text.matchAll(TOKEN)) {
    const holder = open.at(-1);
    const member = name ?? (holder?.isList ? holder.member : null);
    if (/^\s/.test(token)) {
      template.push(token);
      continue;
    }
    name = null;
    if (token === ':') name = unescaped(last);
    else if (token === '{' || token === '[') {
      const around = { outer: holder?.outer ?? null, ofKey };
      const outer = holder === undefined ? null : classifyHolder(member ?? '', around);
      open.push({ isList: token === '[', member: member ?? '', outer });
    } else if (token === '}' || token === ']') open.pop();
    const isString = token.startsWith('"');
    if (isString) last = token.slice(1, -1);
    if (member === null || !/^["\d-]/.test(token)) {
      template.push(token);
      continue;
    }
    const value = isString ? token.slice(1, /.["]$/s.test(token) ? -1 : undefined) : token;
    const place = { outer: holder?.outer ?? null, ofKey };
    const variable = variableOf(classifyMember(member, unescaped(value), place));
    const quote = isString ? '"' : '';
    const end = token.slice(quote.length + value.length);
    if (variable === null || value === '') {
      template.push(quote, ...(isString ? rest(value) : [value]), end);
    } else template.push(quote, variables.use(variable, value), end);
  }
  return template;
}

/** The text of a JSON string without its quotes. */
function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
}
