export type JsonObject = Readonly<Record<string, unknown>>;

/** OAuth messages are never longer than this; parsing more would only take time. */
const MAX_JSON = 8_000_000;

/** Whether text is too long to be parsed here, so that its content is unknown. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_JSON;
}

/** Parses text as a JSON object; null when it is anything else. */
export function parseJsonObject(text: string): JsonObject | null {
  if (isTooLong(text) || !/^\s*\{/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : null;
  } catch {
    return null;
  }
}

/** A member when it is a string. */
export function stringMember(object: JsonObject | null, name: string): string | null {
  const value = object && Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'string' ? value : null;
}

/** A member that is a number, or a number in a string, as some servers send it; null otherwise. */
export function numericMember(object: JsonObject | null, name: string): number | null {
  const value = object?.[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Writes a parsed value as JSON again. Parsing has no limit of depth, but writing has. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '(nested too deeply to be written)';
  }
}

/** The strings of a list; empty for anything else. */
export function jsonList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
