import { expect, test } from 'vitest';
import type { Recording } from '../../src/http/recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { formats } from '../../src/report/all-formats.ts';
import { prepareReport, writeReport } from '../../src/report/share.ts';
import { exchange, login } from '../helpers/exchanges.ts';

/** Words and times of every report, and members of its files. */
const WORDS = [
  ...['kind', 'flows', 'Keep', 'Hash', 'findings', 'name', 'value', 'token-request', 'report'],
  ...[
    '2026-01-01',
    '2026-01-01T00:00:00.000Z',
    '00:00:03',
    '2026',
    'Thu, 01 Jan 2026 00:00:00 GMT',
  ],
];

/** A login whose state, user and cookies are these words. */
function recordingWith(word: string): Recording {
  const [first, ...rest] = login({ state: word });
  const profile = exchange(5, {
    url: 'https://as.example.com/userinfo',
    headers: {
      authorization: 'Bearer token-of-SplxlOBeZQQYbYS6WxSbIA',
      cookie: `sid=${encodeURIComponent(word)}`,
    },
    answer: { 'content-type': 'application/json' },
    answerBody: { sub: word, name: word, preferred_username: word },
  });
  const exchanges = [first, ...rest, profile].filter((one) => one !== undefined);
  const sources = [{ file: 'a.har', recorder: 'WebInspector', exchanges: exchanges.length }];
  return { exchanges, navigations: [], gaps: [], sources };
}

/** The report without what may differ: times, names of placeholders, stand-ins and sizes. */
async function proseOf(word: string): Promise<ReadonlyMap<string, string>> {
  const prepared = await prepareReport(recordingWith(word), DEFAULT_REDACTION);
  const texts = new Map<string, string>();
  for (const [name, format] of formats) {
    const report = writeReport(prepared, format, { withoutRecording: true });
    expect(report, `${name} of a login with ${word}`).toMatchObject({ ok: true });
    texts.set(name, format.write(prepared, { withoutRecording: true }));
  }
  return texts;
}

/** Every text of a JSON report that the program itself writes. */
function ownTexts(json: string): readonly string[] {
  const own = new Set([
    'kind',
    'grant',
    'outcome',
    'check',
    'severity',
    'title',
    'fix',
    'startedAt',
  ]);
  const texts: string[] = [];
  JSON.parse(json, (name, value: unknown) => {
    if (own.has(name) && typeof value === 'string') texts.push(value.replace(/‹[^›]*›/g, '‹›'));
    return value;
  });
  return texts;
}

test.each(WORDS)(
  'a state, user and cookie %s refuses no report and changes none of its words',
  async (word) => {
    const usual = await proseOf('k7Xq2mVt9RfLz4Wp8Yb3');
    const texts = await proseOf(word);
    expect(ownTexts(texts.get('json') ?? '{}')).toEqual(ownTexts(usual.get('json') ?? '{}'));
    for (const heading of usual.get('markdown')?.match(/^#+ .*$/gm) ?? []) {
      expect(texts.get('markdown')).toContain(heading);
    }
  },
);
