import type { FormPair } from '../http/form.ts';
import { parseForm } from '../http/form.ts';
import { inflatedXml } from '../http/inflated-xml.ts';
import { percentDecoded } from '../http/percent.ts';
import { isMarkup, isXml } from '../http/xml-or-html.ts';
import { jsonMembers } from '../oauth/registry/json-members.ts';
import { looksRandom } from '../oauth/registry/random-looking.ts';
import { type Classified, classifyParameter } from '../oauth/registry/secrecy.ts';
import { hasError } from '../oauth/registry/url-secrets.ts';
import { viewToken } from '../oauth/values/jwt.ts';
import { correlationIds } from '../providers/registry/correlation-ids.ts';
import { collectHtml } from './collect-html.ts';
import { collectUrl } from './collect-url.ts';
import { collectXml } from './collect-xml.ts';
import { type Detected, detect, isSecretShape } from './detect.ts';
import { isGuid, tokenShaped } from './ids.ts';
import { KeptWords } from './kept-words.ts';
import { isLeftOut } from './left-out.ts';
import { unpacked } from './packed-text.ts';
import { isAddress } from './reach.ts';
import {
  PERSON,
  type Replacement,
  reasonFor,
  replacementOf,
  UNKNOWN_VALUE,
  VALUE,
} from './replacement.ts';
import { SeenTexts } from './seen-texts.ts';
import { toldBy } from './words-of-text.ts';

/** A value to replace, and what is known about it. */
export interface Secret extends Replacement {
  readonly value: string;
  /** Why it is replaced, one sentence. */
  readonly why: string;
  /** Parameters, headers and cookies that held it. */
  readonly names: Set<string>;
}

/** Labels of values that were recognised only by their shape or their place. */
const VAGUE = new Set(['token', 'value', 'hidden-input']);

/** Depth to which values inside values are followed: a URL in a parameter, JSON in a state. */
const MAX_DEPTH = 6;
const MAX_VALUE = 4_000_000;
/** Unknown parameters: shorter values are words and numbers. */
const SHORTEST_UNKNOWN = 6;
const SHORTEST_REMEMBERED = 16;
/** A character reference in a text that looks like a form. */
const REFERENCE = /^#x?[0-9a-f]{1,6};/i;

/** The values of a recording that may not leave the machine. */
export class Collection {
  readonly secrets = new Map<string, Secret>();
  readonly keptWords = new KeptWords();
  /** What was read already. */
  readonly seen = new SeenTexts();

  /** Remembers a value. The first precise label stays. */
  note(value: string, name: string, replacement: Replacement, depth = 0): void {
    const known = this.secrets.get(value);
    if (!known && (value === '' || isLeftOut(value))) return;
    const names = known?.names.add(name) ?? new Set([name]);
    if (!known || isBetter(known, replacement)) {
      const why = reasonFor(name, replacement);
      this.secrets.set(value, { ...replacement, value, why, names });
    }
    if (!known && replacement.class !== 'personal') {
      this.#noteParts(value, name, replacement, depth);
    }
  }

  /** Collects a parameter, member or claim by its class, then the values inside it. */
  noteParameter(name: string, value: string, depth = 0, ofError = false): void {
    this.noteClassified(name, value, classifyParameter(name, value, ofError), depth);
  }

  noteParameters(pairs: readonly FormPair[], depth = 0): void {
    const ofError = hasError(pairs);
    for (const { name, value } of pairs) {
      if (REFERENCE.test(name)) continue;
      if (value === '') this.noteUnknown(name, name, depth);
      else this.noteParameter(name.replace(/^amp;/, ''), value, depth, ofError);
    }
  }

  noteClassified(name: string, value: string, classified: Classified, depth: number): void {
    const { secrecy } = classified;
    const replacement = replacementOf(classified);
    if (secrecy === 'tenant' && value.length < SHORTEST_UNKNOWN) return;
    if (secrecy === 'public' || secrecy === 'identifier') this.keptWords.add(name, value);
    else if (name === 'request_uri' && /^urn:/i.test(value)) {
      this.note(value.slice(value.lastIndexOf(':') + 1), name, {
        class: 'one-time',
        label: 'request-uri',
      });
    } else if (replacement !== null) {
      this.note(value, name, replacement, depth);
      this.#notePieces(value, name, replacement, depth);
    } else this.noteUnknown(name, value, depth);
    this.noteInside(value, depth);
    const xml = /^SAML(?:Request|Response)$/i.test(name) ? inflatedXml(value) : null;
    if (xml !== null) this.noteInside(xml, depth + 1);
  }

  /** Collects a value of a name that no registry has, if it looks random. */
  noteUnknown(name: string, value: string, depth: number): void {
    if (isAddress(value)) return;
    if (isGuid(value) || looksRandom(value, SHORTEST_UNKNOWN)) {
      this.note(value, name, UNKNOWN_VALUE, depth);
    }
  }

  /** Collects what a URL holds, absolute or relative. */
  noteUrl(url: string, depth = 0): void {
    if (!this.seen.isNew('a URL', url)) return;
    collectUrl(this, url, depth);
  }

  /** Collects every value in a text that has a known shape. */
  noteText(text: string): void {
    // A short text is read faster than it is looked up.
    if (text.length >= SHORTEST_REMEMBERED && !this.seen.isNew('any text', text)) return;
    for (const found of detect(text)) this.noteDetected(found);
  }

  /** Collects from a text for readers, which may quote the request and greet the user. */
  noteWords(written: string): void {
    if (this.seen.isSilent(written) || !this.seen.isNew('words', written)) return;
    const text = fullyDecoded(written);
    const tokens = tokenShaped(text);
    const told = [...toldBy(text)];
    if (tokens.length + told.length === 0) {
      this.seen.noteSilent(written);
      return;
    }
    const ids = new Set(correlationIds([], text).map(({ value }) => value));
    for (const value of tokens) if (!ids.has(value)) this.note(value, 'text', UNKNOWN_VALUE);
    for (const { value, name, is } of told) {
      if (ids.has(value)) continue;
      this.note(value, name, is === 'person' ? PERSON : is === 'secret' ? VALUE : UNKNOWN_VALUE);
    }
  }

  noteDetected({ value, shape }: Detected): void {
    const noun = shape === 'jwt' ? 'JWT' : shape;
    const because = `${/^[aeiI]/.test(noun) ? 'An' : 'A'} ${noun}`;
    if (shape === 'e-mail address') this.#noteEmail(value);
    else if (isSecretShape(shape)) {
      this.note(value, 'token', { class: 'secret', label: 'token', because });
    } else if (!this.keptWords.has(value)) {
      this.note(percentDecoded(value), 'text', { ...PERSON, because });
    }
  }

  /** Collects from JSON of any depth, by the names of its members. */
  noteJson(json: unknown, depth: number): void {
    for (const { member, text, ...classified } of jsonMembers(json)) {
      this.noteClassified(member, text, classified, depth);
      if (member.length > 15) this.noteText(member);
    }
  }

  /** Collects from a value that consists of URLs, JSON, XML, forms or tokens. */
  noteInside(value: string, depth: number): void {
    if (depth >= MAX_DEPTH || value.length < 5 || value.length > MAX_VALUE) return;
    this.noteText(value);
    if (/\s/.test(value)) this.noteWords(value);
    if (/^[a-z][a-z0-9+.-]*:\/\/|^\/[^?]*\?/i.test(value)) this.noteUrl(value, depth + 1);
    else if (/^\?|^[\w.[\]-]+=(?!=?$)[^&]*(?:&|$)/.test(value)) {
      this.noteParameters(parseForm(value.replace(/^\?/, '')), depth + 1);
    } else if (/^\s*[[{]/.test(value)) this.#noteJsonText(value, depth);
    else if (isXml(value)) collectXml(this, value, depth + 1);
    else if (isMarkup(value)) collectHtml(this, value);
    const plain = percentDecoded(value);
    if (plain !== value) this.noteInside(plain, depth + 1);
    const inner = unpacked(value);
    if (inner !== null) this.noteInside(inner, depth + 1);
  }

  #noteJsonText(text: string, depth: number): void {
    try {
      this.noteJson(JSON.parse(text), depth + 1);
    } catch {
      this.noteWords(text);
    }
  }

  /** Collects the part before the @ too, unless it is a plain word, because it names a person. */
  #noteEmail(value: string): void {
    const email = { ...PERSON, because: 'An e-mail address' };
    this.note(value, 'email', email);
    const local = value.slice(0, value.lastIndexOf('@')).replace(/^"|"$/g, '');
    if (local.length >= 5 && /[\s\d._-]/.test(local)) this.note(local, 'email', email);
  }

  /** Collects the random pieces of a value such as `random|/path`, which clients cut up again. */
  #notePieces(value: string, name: string, replacement: Replacement, depth: number): void {
    if (value.length > 2_000 || replacement.class === 'personal') return;
    const pieces = value.split(/[|,;~!]|%7C|(?:::)/i);
    if (pieces.length < 2 || /^[[{<]/.test(value)) return;
    for (const piece of pieces) {
      if (looksRandom(piece, 8)) this.note(piece, name, replacement, depth + 1);
      this.noteInside(piece, depth + 1);
    }
  }

  /** Collects each part of a JWT (RFC 7515 section 7.1), because each reveals its content. */
  #noteParts(value: string, name: string, { label }: Replacement, depth: number): void {
    const view = viewToken(value);
    if (view.kind === 'opaque' || !value.includes('.')) return;
    const [, ...parts] = value.split('.');
    for (const part of parts) {
      if (part.length >= 8)
        this.note(part, name, { class: 'secret', label: `${label}-part` }, MAX_DEPTH);
    }
    if (view.kind === 'jwt') this.noteJson(view.jwt.claims, depth + 1);
  }
}

/** Text that may be percent-encoded several times: a token may stand behind `%2522`. */
function fullyDecoded(written: string): string {
  let text = written;
  for (let pass = 0; pass < MAX_DEPTH && text.includes('%'); pass += 1) {
    const next = percentDecoded(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

/** Whether a reason says more than the one that is known. */
function isBetter(known: Secret, { label, class: kind }: Replacement): boolean {
  const isSecret = kind === 'secret' || kind === 'one-time';
  // Tenants and people may stay on request, secrets never.
  if (known.class === 'tenant') return isSecret || kind === 'personal';
  if (known.class === 'personal' && isSecret) return true;
  return VAGUE.has(known.label) && !(VAGUE.has(label) && known.class === kind);
}
