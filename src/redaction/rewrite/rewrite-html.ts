import { decodeEntities } from '../../http/html-entities.ts';
import { ENTITIES, unescaped } from './escaping.ts';
import type { UrlWork } from './rewrite-url.ts';

const INPUT = /<(?:input|button|meta|option)\b[^<>]{0,20000}>/gi;
const NAME = /\s(?:name|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const VALUE = /(\s(?:value|content)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/i;

/** HTML with the values of its forms replaced, and every other value wherever it stands. */
export function rewriteHtml(html: string, { leaf, text }: UrlWork): string {
  const filled = html.replace(INPUT, (tag) => {
    const [, double, single, bare] = NAME.exec(tag) ?? [];
    const name = decodeEntities(double ?? single ?? bare ?? '');
    return name === ''
      ? tag
      : tag.replace(VALUE, (_, start: string, written: string) => {
          const quote = /^["']/.exec(written)?.[0] ?? '';
          const raw = quote === '' ? written : written.slice(1, -1);
          return start + quote + rewriteEntities(raw, (plain) => leaf(name, plain)) + quote;
        });
  });
  return text(filled);
}

function rewriteEntities(raw: string, rewrite: (plain: string) => string): string {
  const units = unescaped(ENTITIES, raw);
  const plain = units === null ? raw : units.map((unit) => unit.text).join('');
  const rewritten = rewrite(plain);
  if (rewritten === plain) return raw;
  return ENTITIES.encode(rewritten, units ?? [...raw].map((one) => ({ text: one, written: one })));
}
