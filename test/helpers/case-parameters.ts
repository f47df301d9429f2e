/**
 * Changes one parameter in place, or adds it as the last. Null removes it. The parameters follow
 * the first `start` in the text. They are the whole text if there is no `start`.
 */
export function changeParameter(
  text: string,
  start: RegExp | null,
  name: string,
  value: string | null,
): string {
  const found = start === null ? 0 : text.search(start) + 1;
  const query = start !== null && found === 0 ? '' : text.slice(found);
  const base = start === null ? '' : found === 0 ? `${text}?` : text.slice(0, found);
  const parameters = query === '' ? [] : query.split('&');
  const at = parameters.findIndex((one) => one === name || one.startsWith(`${name}=`));
  const changed = value === null ? [] : [`${name}=${encoded(value)}`];
  if (at < 0) parameters.push(...changed);
  else parameters.splice(at, 1, ...changed);
  return base + parameters.join('&');
}

/** `{{…}}` is filled in later and stays unchanged. */
function encoded(value: string): string {
  return value
    .split(/(\{\{.*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : encodeURIComponent(part)))
    .join('');
}
