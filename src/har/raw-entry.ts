import { CLOSE_BRACE, OPEN_BRACE } from './brackets.ts';

/** Keys whose members can only come in this order in an entry that is told apart without parsing. */
const KEYS = ['"request":', '"headers":', '"response":', '"status":', '"headers":', '"content":'];
const BODY = '"text":';
/** What follows `content` in the files of browsers. */
const AFTER_BODY = '"redirectURL":';
const SUCCESS = /\s*2\d\d\s*,/y;
/** The kind of request is known, and it loads no document. */
const KIND = /"_resourceType":\s*"[a-z]|"name":\s*"sec-fetch-dest",\s*"value":\s*"/i;
/** Also an escape that can write any character, so that the text does not show what it says. */
const BARRED = /"(?:document|iframe|frame|fencedframe|preflight|options)"|"postData":|\\[^"\\]/i;
const CREDENTIAL = /"(?:cookie|authorization|set-cookie|proxy-authorization)"/i;

/**
 * The JSON text of an entry without the body of its answer, if it is certain from the text alone that
 * a browser loaded something with success that is no document, without a request body. Null when the
 * entry has to be parsed.
 */
export function textOfPlainEntry(text: string, start: number, end: number): string | null {
  let at = start;
  for (const key of KEYS) {
    const next = text.indexOf(key, at);
    if (next < 0 || next >= end) return null;
    // The request is a member of the entry itself.
    if (at === start && openIn(text, start, next) !== 1) return null;
    at = next;
    at += key.length;
    if (key !== '"status":') continue;
    SUCCESS.lastIndex = at;
    if (!SUCCESS.test(text)) return null;
  }
  const body = text.indexOf(BODY, at);
  const after = text.lastIndexOf(AFTER_BODY, end);
  // The response and the entry end behind it, and no entry inside of this one.
  if (after < at || openIn(text, after, end) !== -2) return null;
  const head = text.slice(start, body < 0 || body > after ? after : body);
  const plain = head + text.slice(after, end);
  return KIND.test(head) && !BARRED.test(plain) ? plain : null;
}

/** Whether the text of an entry names a header that exporters remove because it holds a credential. */
export function namesCredential(text: string): boolean {
  return CREDENTIAL.test(text);
}

/** How many more braces open than close in a part of a text. */
function openIn(text: string, start: number, end: number): number {
  let open = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACE) open += 1;
    else if (code === CLOSE_BRACE) open -= 1;
  }
  return open;
}
