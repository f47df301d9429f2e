/** An object that came from outside: any field may be absent or of any type. */
export type Loose = { readonly [name: string]: unknown };

/** Whether a value is an object with fields (an array is not). */
export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is a string. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The value when it is a finite number. */
export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The value of JSON text; `undefined` when it is not valid JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
