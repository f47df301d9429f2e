import type { Header } from '../../http/exchange.ts';
import { matchesIn } from '../../http/matches.ts';
import generic from './generic.ts';
import { providers } from './index.ts';

/** An id under which the operator of a server finds a request in the logs. */
export interface CorrelationId {
  /** The name of the header, or the words before the id. */
  readonly name: string;
  readonly value: string;
}

const HEADERS = new Set([...providers, generic].flatMap(({ logs }) => logs?.headers ?? []));

const ID = /^[A-Za-z0-9._:|/+=;,@-]{4,200}$/;
const IN_TEXT =
  /\b((?:request|correlation|trace|tracking|transaction|incident|support|reference|error|ray|event)[ _-]?(?:id|number|no\.?|code)?)[ \t]{0,3}[:#=][ \t]{0,3}["']?([A-Za-z0-9][A-Za-z0-9._:|-]{7,79})/gi;
/** When it happened, by the clock of the server. */
const TIMESTAMP = /\btimestamp[ \t]?[:=][ \t]?["']?(\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?Z?)/i;
const MAX_TEXT = 20_000;
const MAX_IDS = 6;

/** The ids that a response gives in its headers or in its text for users. */
export function correlationIds(headers: readonly Header[], text: string): readonly CorrelationId[] {
  const found = headers
    .filter(({ name, value }) => HEADERS.has(name.toLowerCase()) && ID.test(value.trim()))
    .map(({ name, value }) => ({ name, value: value.trim().slice(0, 120) }));
  for (const match of matchesIn(text.slice(0, MAX_TEXT), IN_TEXT)) {
    const [, name, value] = match;
    if (name && value && /\d/.test(value)) found.push({ name: name.trim(), value });
  }
  if (found.length === 0) return [];
  const [, at] = TIMESTAMP.exec(text.slice(0, MAX_TEXT)) ?? [];
  if (at) found.push({ name: 'Timestamp', value: at });
  const seen = new Set<string>();
  return found.filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, MAX_IDS);
}
