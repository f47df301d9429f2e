import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { readHarStream } from '../../src/har/read-har-stream.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { textOf } from '../helpers/captures.ts';
import { pieces, utf8 } from './encoded.ts';
import type { Json } from './entry-habits.ts';
import { HABITS } from './habits.ts';

/** What the analysis of a file says. */
function judged(text: string) {
  const har = readHar(text, { file: 'login.har', source: 0 });
  if (!har.ok) return { refused: har.message };
  const { flows, outside } = snapshotOf(har.exchanges);
  return {
    gaps: har.gaps,
    flows: flows.map(({ flow: { grant, messages }, outcome, verdict, findings }) => ({
      grant,
      outcome,
      verdict: [verdict.sign, verdict.text, verdict.cause?.check],
      messages: messages.map(({ kind }) => kind),
      findings: findings.map(({ check, severity, observed }) => [check, severity, observed]),
    })),
    outside: outside.map(({ finding: { check, severity } }) => [check, severity]),
  };
}

const FILES = [
  'chromium/clean.har',
  'firefox/clean.har',
  'chromium/form-post.har',
  'chromium/nonce-mismatch.har',
  'backchannel/chromium/server-side.backend.har',
];

it('URLs whose ampersands were escaped for HTML, although the bodies were not', () => {
  const plain = textOf('firefox/clean.har');
  const har = JSON.parse(plain);
  for (const { request } of har.log.entries) request.url = request.url.replaceAll('&', '&amp;');
  expect(judged(JSON.stringify(har))).toEqual(judged(plain));
});

it('an ampersand that a client escaped stays escaped', () => {
  const [authorize, ...others] = JSON.parse(textOf('firefox/clean.har')).log.entries.filter(
    ({ request }: Json) => request.url.includes('response_type='),
  );
  expect(others).toEqual([]);
  const url = authorize.request.url.replaceAll('&', '&amp;');
  const page = { status: 400, headers: [], content: { size: 9, text: '<p>Error</p>' } };
  for (const queryString of [
    [],
    [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
  ]) {
    const response = queryString.length > 0 ? authorize.response : page;
    const entry = { ...authorize, request: { ...authorize.request, url, queryString }, response };
    const har = readHar(JSON.stringify({ log: { entries: [entry] } }), {
      file: 'a.har',
      source: 0,
    });
    expect(har).toMatchObject({ ok: true, exchanges: [{ request: { url } }] });
  }
});

describe('in chunks of any size', () => {
  const plain = textOf('chromium/clean.har');

  it.each(Object.entries(HABITS))('%s', async (_, habit) => {
    const text = habit(JSON.parse(plain));
    const options = { file: 'login.har', source: 0 };
    for (const size of [1 + (text.length % 7), 997]) {
      expect(await readHarStream(pieces(utf8(text), size), options)).toEqual(
        readHar(text, options),
      );
    }
  });
});

describe.each(FILES)('%s', (path) => {
  const plain = textOf(path);
  const expected = judged(plain);
  const parsed = () => JSON.parse(plain);

  it.each(Object.entries(HABITS))('%s', (_, habit) => {
    expect(judged(habit(parsed()))).toEqual(expected);
  });
});
