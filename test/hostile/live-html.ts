const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi;
const ATTRIBUTE = /\s([a-z-]+)="([^"<>]*)"/gi;
const ALLOWED =
  /^(?:html|head|meta|title|link|style|body|header|nav|main|article|section|div|span|p|h[1-3]|ul|ol|li|dl|dt|dd|a|code|strong|details|summary|table|caption|thead|tbody|tr|th|td)$/;
const ATTRIBUTES =
  /^(?:lang|charset|http-equiv|content|name|rel|href|id|class|title|scope|download|aria-[a-z]+)$/;
const LINK = /^(?:#[\w-]+|https:\/\/[^\s]+|data:,|data:application\/json;base64,[A-Za-z0-9+/=]*)$/;

/** Markup of a report that it must not have: other elements or attributes, addresses that act. */
export function unexpectedHtml(page: string): readonly string[] {
  const body = page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/^<!doctype html>/, '');
  const found: string[] = [];
  const text = body.replace(TAG, (tag, _close, name: string, attributes: string) => {
    const rest = attributes.replace(ATTRIBUTE, (pair, attribute: string, value: string) => {
      const isSafe = ATTRIBUTES.test(attribute) && (attribute !== 'href' || LINK.test(value));
      if (!isSafe) found.push(pair);
      return '';
    });
    if (!ALLOWED.test(name) || rest.trim() !== '') found.push(tag);
    return '';
  });
  return [...found, ...(text.match(/[<>][^\n]{0,40}/g) ?? [])];
}
