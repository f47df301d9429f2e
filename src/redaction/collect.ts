import type { FormPair } from '../http/form.ts';
import { parseForm } from '../http/form.ts';
import { percentDecoded } from '../http/percent.ts';
import { fragmentOf, parseUrl, queryOf } from '../http/url.ts';
import { faultOf } from '../http/value-fault.ts';
import { jsonMembers } from '../oauth/registry/json-members.ts';
import { type Classified, classifyParameter } from '../oauth/registry/secrecy.ts';
import { viewToken } from '../oauth/values/jwt.ts';
import { correlationIds } from '../providers/registry/correlation-ids.ts';
import { type Detected, detect, looksRandom, tokenShaped } from './detect.ts';
import { KeptWords } from './kept-words.ts';
import { packedJson } from './packed-json.ts';
import { isAddress } from './reach.ts';
import { type Replacement, reasonFor, replacementOf } from './replacement.ts';

/** A value to replace, and what is known about it. */
export interface Secret extends Replacement {
  readonly value: string;
  /** Why it is replaced, one sentence. */
  readonly why: string;
  /** Parameters, headers and cookies that held it. */
  readonly names: Set<string>;
}

export const VALUE: Replacement = { class: 'secret', label: 'value' };
export const PERSON: Replacement = { class: 'personal', label: 'person' };
const UNKNOWN_VALUE: Replacement = { class: 'value', label: 'value' };

/** Labels of values that were recognised only by their shape. */
const VAGUE = new Set(['token', 'value', 'hidden-input']);

/** Depth to which values inside values are followed: a URL in a parameter, JSON in a state. */
const MAX_DEPTH = 6;
const MAX_VALUE = 4_000_000;

/** The values of a recording that may not leave the machine. */
export class Collection {
  readonly secrets = new Map<string, Secret>();
  readonly keptWords = new KeptWords();

  /** Remembers a value. The first precise label stays. */
  note(value: string, name: string, replacement: Replacement, depth = 0): void {
    // What an empty variable turns into is no secret, and often the clue.
    if (/^(?:empty|object)/.test(faultOf(value) ?? '')) return;
    const known = this.secrets.get(value);
    const names = known?.names.add(name) ?? new Set([name]);
    if (!known || VAGUE.has(known.label)) {
      const why = reasonFor(name, replacement);
      this.secrets.set(value, { ...replacement, value, why, names });
    }
    if (!known && replacement.class !== 'personal')
      this.#noteParts(value, name, replacement, depth);
  }

  /** Collects a parameter, member or claim by its class, then the values inside it. */
  noteParameter(name: string, value: string, depth = 0): void {
    this.#noteClassified(name, value, classifyParameter(name, value), depth);
  }

  #noteClassified(name: string, value: string, classified: Classified, depth: number): void {
    const { secrecy } = classified;
    const replacement = replacementOf(classified);
    if (secrecy === 'public' || secrecy === 'identifier') this.keptWords.add(name, value);
    else if (name === 'request_uri' && /^urn:/i.test(value)) {
      this.note(value.slice(value.lastIndexOf(':') + 1), name, {
        class: 'one-time',
        label: 'request-uri',
      });
    } else if (replacement !== null) this.note(value, name, replacement, depth);
    else if (looksRandom(value) && !isAddress(value)) this.note(value, name, UNKNOWN_VALUE, depth);
    if (replacement === null && /\s/.test(value)) this.noteWords(value);
    this.noteInside(value, depth);
  }

  noteParameters(pairs: readonly FormPair[], depth = 0): void {
    for (const { name, value } of pairs) this.noteParameter(name, value, depth);
  }

  /** Collects query, fragment and user information of a URL, absolute or relative. */
  noteUrl(url: string, depth = 0): void {
    const parsed = parseUrl(url);
    if (parsed) {
      this.keptWords.addHost(parsed.hostname);
      if (parsed.password !== '') this.note(percentDecoded(parsed.password), 'password', VALUE);
      if (parsed.username !== '') this.note(percentDecoded(parsed.username), 'username', PERSON);
    }
    this.noteParameters(parseForm(queryOf(url)), depth + 1);
    this.noteParameters(parseForm(fragmentOf(url).replace(/^[^=&]*\?/, '')), depth + 1);
  }

  /** Collects every value in a text that has a known shape. */
  noteText(text: string): void {
    for (const found of detect(text)) this.noteDetected(found);
  }

  /** Collects from a server's text, which may quote the request. */
  noteWords(text: string): void {
    const ids = new Set(correlationIds([], text).map(({ value }) => value));
    for (const value of tokenShaped(text)) {
      if (!ids.has(value)) this.note(value, 'text', UNKNOWN_VALUE);
    }
  }

  noteDetected({ value, shape }: Detected): void {
    if (shape === 'e-mail') this.#noteEmail(value);
    else this.note(value, 'token', { class: 'secret', label: 'token' });
  }

  /** Collects from JSON of any depth, by the names of its members. */
  noteJson(json: unknown, depth: number): void {
    for (const { member, text, ...classified } of jsonMembers(json)) {
      this.#noteClassified(member, text, classified, depth);
    }
  }

  /** Collects from a value that consists of URLs, JSON, forms or tokens. */
  noteInside(value: string, depth: number): void {
    if (depth >= MAX_DEPTH || value.length < 5 || value.length > MAX_VALUE) return;
    this.noteText(value);
    if (/^[a-z][a-z0-9+.-]*:\/\/|^\/[^?]*\?/i.test(value)) this.noteUrl(value, depth);
    else if (/^[\w.[\]-]+=[^&]*&/.test(value)) this.noteParameters(parseForm(value), depth + 1);
    const json = packedJson(value);
    if (json !== null) this.noteJson(json, depth + 1);
    const plain = percentDecoded(value);
    if (plain !== value) this.noteInside(plain, depth + 1);
  }

  /** Collects the part before the @ too, unless it is a plain word, because it names a person. */
  #noteEmail(value: string): void {
    this.note(value, 'email', PERSON);
    const local = value.slice(0, value.lastIndexOf('@'));
    if (local.length >= 5 && /[\d._-]/.test(local)) this.note(local, 'email', PERSON);
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
