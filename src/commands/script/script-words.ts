import { formDecoded } from '../../http/form.ts';
import { quotePosix } from '../quote-posix.ts';
import { hasVariables, merged, type Template, type Variable, written } from '../template.ts';
import type { ScriptValues } from './script-values.ts';

/** A function of the script that encodes the value of a variable for its place. */
type Encoding = 'encode' | 'json' | 'as-is';

/** Text for bash, with the encoding that each variable needs. */
export interface Part {
  readonly template: Template;
  readonly encoding: Encoding;
}

/** One word of bash. */
export function word(parts: readonly Part[]): string {
  const expansions = parts.flatMap(({ template, encoding }) =>
    template.map((part) => (typeof part === 'string' ? part : expansion(part, encoding))),
  );
  return written(merged(expansions), quotePosix, (name) => name).join('') || "''";
}

/** A variable whose name is its expansion, so that the texts around it can be joined. */
function expansion({ name, value }: Variable, encoding: Encoding): Variable {
  const plain = `"$${name}"`;
  return { name: encoding === 'as-is' ? plain : `"$(${encoding} ${plain})"`, value };
}

/** Text as one part without an encoding. */
export function asIs(template: Template): Part {
  return { template, encoding: 'as-is' };
}

/**
 * A form or a query. Pairs without variables stay as they were sent. `named` gives the variable of a
 * pair by its name.
 */
export function formParts(
  text: string,
  values: ScriptValues,
  named: (name: string, value: string) => Variable | null = () => null,
): readonly Part[] {
  return text.split('&').flatMap((pair, index) => {
    const between: readonly Part[] = index === 0 ? [] : [asIs(['&'])];
    const equals = pair.indexOf('=');
    const rawName = equals < 0 ? pair : pair.slice(0, equals);
    const raw = equals < 0 ? '' : pair.slice(equals + 1);
    const name = formDecoded(rawName);
    const value = formDecoded(raw);
    const own = named(name, value);
    if (own) values.used.add(own);
    const valueParts = own ? [own] : values.conceal(value, `${name}=`);
    return [
      ...between,
      encodedPart(values.conceal(name), rawName),
      ...(equals < 0 ? [] : [asIs(['='])]),
      encodedPart(valueParts, raw),
    ];
  });
}

/** Text of a form. Without variables it stays as it was sent. */
function encodedPart(template: Template, raw: string): Part {
  if (!hasVariables(template)) return asIs([raw]);
  const encoded = template.map((part) =>
    typeof part === 'string' ? encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')) : part,
  );
  return { template: encoded, encoding: 'encode' };
}
