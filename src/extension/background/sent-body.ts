import type { WebRequest } from 'webextension-polyfill';
import type { WireBody } from '../wire/wire-event.ts';

type Details = Pick<WebRequest.OnBeforeRequestDetailsType, 'method' | 'requestBody'>;

const MAX_TEXT = 1_000_000;

/** The body as text. Browsers deliver the values of a form decoded, so they are encoded again. */
export function requestBodyOf({ method, requestBody }: Details): WireBody | null {
  if (!requestBody) return /^(?:GET|HEAD|OPTIONS)$/i.test(method) ? null : UNKNOWN;
  const { formData, raw } = requestBody;
  if (isForm(formData)) {
    const names = Object.keys(formData);
    // If a form is too long, Firefox delivers an empty one.
    if (names.length === 0) return UNKNOWN;
    const pairs = names.flatMap((name) => (formData[name] ?? []).map((value) => [name, value]));
    return bounded(new URLSearchParams(pairs).toString());
  }
  if (!raw || raw.some(({ bytes }) => !bytes)) return UNKNOWN;
  const chunks = raw.map(({ bytes }) => bytes as ArrayBuffer);
  try {
    return bounded(decodedBy(new TextDecoder('utf-8', { fatal: true }), chunks));
  } catch {
    return { ...bounded(chunks.map(latin1).join('')), binary: true };
  }
}

function decodedBy(decoder: TextDecoder, chunks: readonly ArrayBuffer[]): string {
  const texts = chunks.map((bytes) => decoder.decode(bytes, { stream: true }));
  return texts.join('') + decoder.decode();
}

/** One character per byte. */
function latin1(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
}

const UNKNOWN: WireBody = { unknown: 'not-recorded' };

function isForm(form: unknown): form is Record<string, string[]> {
  return typeof form === 'object' && form !== null;
}

function bounded(text: string): WireBody {
  return text.length > MAX_TEXT ? { text: text.slice(0, MAX_TEXT), truncated: true } : { text };
}
