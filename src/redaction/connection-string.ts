/** So far before a name another setting is looked for. */
const REACH = 200;
const LONGEST = 400;
const ANOTHER_BEFORE = /=[^;\r\n]*;\s{0,3}$/;
const ANOTHER_BEHIND = /^[^;\r\n]*;\s{0,3}[A-Za-z][\w .-]{0,40}=/;
/** Quotes of ADO.NET and braces of ODBC are doubled inside of themselves. */
const ENCLOSED =
  /^(?:"((?:[^"\r\n]|"")+)"|'((?:[^'\r\n]|'')+)'|\{((?:[^}\r\n]|\}\})+)\})\s{0,3}(?:;|$)/;
const CLOSED = /^([^;\r\n]+);/;
const OPEN = /^[^;\s]+/;

/**
 * The value of a setting in a connection string, such as `Server=db1;User Id=app;Password=a b&c;`: all
 * before the next semicolon. Null where no other setting is beside it.
 *
 * @param name where the name begins
 * @param from where the value begins
 */
export function settingAt(text: string, name: number, from: number): string | null {
  const behind = text.slice(from, from + LONGEST).trimStart();
  const isSetting =
    ANOTHER_BEFORE.test(text.slice(Math.max(0, name - REACH), name)) || ANOTHER_BEHIND.test(behind);
  if (!isSetting) return null;
  const [, double, single, braced] = ENCLOSED.exec(behind) ?? [];
  if (double !== undefined) return double.replaceAll('""', '"');
  if (single !== undefined) return single.replaceAll("''", "'");
  if (braced !== undefined) return braced.replaceAll('}}', '}');
  const value = CLOSED.exec(behind)?.[1] ?? OPEN.exec(behind)?.[0];
  return value?.trimEnd() ?? null;
}
