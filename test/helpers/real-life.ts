import { readHar } from '../../src/har/read-har.ts';
import type { Exchange, Gap } from '../../src/http/exchange.ts';
import { createTriage } from '../../src/oauth/triage.ts';

/** What an expert expects of a recording. Each `says` is a regular expression. */
export interface Expectation {
  /** One of these checks is the cause of a verdict. */
  readonly cause: readonly string[];
  /** One of these checks reports something. */
  readonly finds: readonly string[];
  readonly outcome: readonly string[];
  readonly grant: string | null;
  readonly flows: number | null;
  /** No warning and no error. */
  readonly clean: boolean;
  /** Checks that report no warning and no error. */
  readonly silent: readonly string[];
  readonly says: readonly RegExp[];
  readonly neverSays: readonly RegExp[];
}

/** A recording as text, and what is expected of it. */
export interface RealLife {
  readonly expected: Expectation;
  /** The text of a HAR file. */
  readonly har: string;
}

const alternatives = (text: string | undefined): readonly string[] => text?.split(' or ') ?? [];

/**
 * Reads a recording of `test/real-life`: expectations, then one block for each entry of a HAR. Throws
 * on anything that it does not understand.
 */
export function readRealLife(text: string): RealLife {
  const [head = '', ...blocks] = text.split(/^### /m);
  const statements = head
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const found = /^# (never says|\w+)(?: (.*))?$/.exec(line);
      if (!found) throw new Error(`an expectation that is not understood: ${line}`);
      return [found[1] as string, found[2] ?? ''] as const;
    });
  const all = (name: string): readonly string[] =>
    statements.filter(([word]) => word === name).map(([, what]) => what);
  const [name = 'WebInspector', version = '537.36'] = all('recorder')[0]?.split(/ (?=\S+$)/) ?? [];
  let start = 0;
  const entries = blocks.map((block) => {
    const { entry, startedAt } = readEntry(block, start);
    start = startedAt;
    return entry;
  });
  return {
    expected: {
      cause: alternatives(all('cause')[0]),
      finds: alternatives(all('finds')[0]),
      outcome: alternatives(all('outcome')[0]),
      grant: all('grant')[0] ?? null,
      flows: all('flows')[0] === undefined ? null : Number(all('flows')[0]),
      clean: all('clean').length > 0,
      silent: all('silent'),
      says: all('says').map((one) => new RegExp(one, 'is')),
      neverSays: all('never says').map((one) => new RegExp(one, 'is')),
    },
    har: JSON.stringify({
      log: { version: '1.2', creator: { name, version }, pages: [], entries },
    }),
  };
}

interface Directives {
  readonly values: ReadonlyMap<string, string>;
  /** Members of the entry. */
  readonly members: Readonly<Record<string, unknown>>;
}

function readEntry(block: string, previous: number) {
  const [first = '', ...lines] = block.replace(/\n+$/, '').split('\n');
  const directives = readDirectives(lines.filter((line) => line.startsWith('# ')));
  const rest = lines.filter((line) => !line.startsWith('# '));
  const split = rest.findIndex((line) => /^< -?\d+$/.test(line));
  const sent = split < 0 ? rest : rest.slice(0, split);
  const received = split < 0 ? [] : rest.slice(split).map((line) => line.slice(2));
  const { values } = directives;
  const after = Number.parseInt(values.get('after') ?? '0', 10);
  const startedAt = values.has('at') ? Date.parse(values.get('at') ?? '') : previous + after;
  const entry = {
    _resourceType: values.get('type') ?? 'document',
    startedDateTime: new Date(startedAt).toISOString(),
    time: Number.parseInt(values.get('took') ?? '80', 10),
    request: requestOf(first, sent),
    response: values.has('response')
      ? (JSON.parse(values.get('response') ?? '') as unknown)
      : responseOf(received, values.get('error')),
    cache: {},
    timings: { blocked: 0, dns: -1, connect: -1, send: 1, wait: 70, receive: 9, ssl: -1 },
    ...directives.members,
  };
  return { entry, startedAt };
}

function readDirectives(lines: readonly string[]): Directives {
  const values = new Map<string, string>();
  const members: Record<string, unknown> = {};
  for (const line of lines) {
    const [, member, json] = /^# member (\S+): (.*)$/.exec(line) ?? [];
    const [, name, value] = /^# (at|after|type|took|error|response) (.*)$/.exec(line) ?? [];
    if (member !== undefined && json !== undefined) members[member] = JSON.parse(json) as unknown;
    else if (name !== undefined && value !== undefined) values.set(name, value);
    else throw new Error(`a directive that is not understood: ${line}`);
  }
  return { values, members };
}

function headersAndBody(lines: readonly string[]) {
  const end = lines.indexOf('');
  const fields = (end < 0 ? lines : lines.slice(0, end)).map((line) => {
    const colon = line.indexOf(':', 1);
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trimStart() };
  });
  const body = end < 0 ? null : lines.slice(end + 1).join('\n');
  return {
    fields,
    body,
    type: fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '',
  };
}

function requestOf(line: string, lines: readonly string[]) {
  const [method = '', url = ''] = line.split(' ');
  const { fields, body, type } = headersAndBody(lines);
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    headers: [{ name: 'Host', value: new URL(url).host }, ...fields],
    queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
    cookies: [],
    headersSize: -1,
    bodySize: body?.length ?? 0,
    ...(body === null ? {} : { postData: { mimeType: type, text: body } }),
  };
}

function responseOf([status = '0', ...lines]: readonly string[], error: string | undefined) {
  const { fields, body, type } = headersAndBody(lines);
  return {
    status: Number(status),
    statusText: '',
    httpVersion: 'HTTP/1.1',
    headers: fields,
    cookies: [],
    content: {
      size: body?.length ?? 0,
      mimeType: type,
      ...(body === null ? {} : { text: body }),
    },
    redirectURL: fields.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '',
    headersSize: -1,
    bodySize: -1,
    ...(error === undefined ? {} : { _error: error }),
  };
}

/** What the analysis gets to see of a HAR file. Throws when it cannot be read. */
export function recordingOf(har: string): {
  readonly exchanges: readonly Exchange[];
  readonly gaps: readonly Gap[];
} {
  const { relevance, wantsBody } = createTriage();
  const keep = (one: Exchange): boolean => relevance(one) !== 'none';
  const read = readHar(har, { file: 'a.har', source: 0, keep, wantsBody });
  if (!read.ok) throw new Error(read.message);
  return read;
}
