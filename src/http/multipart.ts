/** A field of a form, and where its value begins in the body. */
export interface MultipartField {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const BOUNDARY = /^\s*multipart\/[^;]*;.*?\bboundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i;
/** A field of a form to write. */
export interface SentField {
  readonly name: string;
  readonly value: string;
  /** Name of a file. */
  readonly file?: string;
  /** Media type of a file. */
  readonly type?: string;
}

const NAME = /\bname="([^"\r\n]{0,200})"/i;
const MAX_PARTS = 1_000;

/** How such a body begins, whatever its media type says. */
const BEGINNING = /^--(\S{1,200})\r\nContent-Disposition:\s*form-data\b/i;

/** RFC 7578: the fields of a `multipart/form-data` body; empty for any other body. */
export function multipartFields(text: string, contentType: string | null): MultipartField[] {
  const boundary = BOUNDARY.exec(contentType ?? '') ?? BEGINNING.exec(text);
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

/**
 * RFC 7578: a `multipart/form-data` body of these fields. The boundary is that of the media type,
 * unless there is none or a field contains it.
 */
export function multipartText(fields: readonly SentField[], mediaType: string): string {
  const found = BOUNDARY.exec(mediaType);
  const values = fields.map(({ value }) => value).join('\n');
  let boundary = found?.[1] ?? found?.[2] ?? 'form-boundary';
  while (values.includes(`--${boundary}`)) boundary += '0';
  const parts = fields.map(({ name, value, file, type }) => {
    const fileName = file === undefined ? '' : `; filename="${quotable(file)}"`;
    const typeLine = type === undefined ? '' : `\r\nContent-Type: ${type.replace(/[\r\n]/g, '')}`;
    const head = `Content-Disposition: form-data; name="${quotable(name)}"${fileName}${typeLine}`;
    return `--${boundary}\r\n${head}\r\n\r\n${value}\r\n`;
  });
  return `${parts.join('')}--${boundary}--\r\n`;
}

/** HTML standard, "multipart/form-data encoding algorithm": a name or file name in quotes. */
function quotable(text: string): string {
  return text.replace(/[\r\n"]/g, (one) => `%${one === '"' ? '22' : one === '\r' ? '0D' : '0A'}`);
}
