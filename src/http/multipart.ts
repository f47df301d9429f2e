/** A field of a form, and where its value begins in the body. */
export interface MultipartField {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const BOUNDARY = /^\s*multipart\/[^;]*;.*?\bboundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i;
const NAME = /\bname="([^"\r\n]{0,200})"/i;
const MAX_PARTS = 1_000;

/** RFC 7578: the fields of a `multipart/form-data` body; empty for another media type. */
export function multipartFields(text: string, contentType: string | null): MultipartField[] {
  const boundary = BOUNDARY.exec(contentType ?? '');
  const delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  const fields: MultipartField[] = [];
  if (boundary === null) return fields;
  let from = text.indexOf(delimiter);
  for (let count = 0; from >= 0 && count < MAX_PARTS; count += 1) {
    from += delimiter.length;
    const next = text.indexOf(delimiter, from);
    const part = text.slice(from, next < 0 ? text.length : next);
    const head = part.indexOf('\r\n\r\n');
    const name = head < 0 ? undefined : NAME.exec(part.slice(0, head))?.[1];
    if (name !== undefined) {
      const value = part.slice(head + 4).replace(/\r?\n$/, '');
      fields.push({ name, value, start: from + head + 4, end: from + head + 4 + value.length });
    }
    from = next;
  }
  return fields;
}
