import { expect, test } from 'vitest';
import { analyseRecording } from '../../src/analysis/analyse-recording.ts';
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

interface Said {
  readonly check: string;
  readonly title: string;
  readonly fix: string;
}

test.each(WORDS)(
  'a state, user and cookie %s refuses no report and changes none of its words',
  async (word) => {
    const recording = recordingWith(word);
    const before = await analyseRecording(recording);
    const prepared = await prepareReport(recording, DEFAULT_REDACTION, {}, before);
    for (const [name, format] of formats) {
      const report = writeReport(prepared, format, {});
      expect(report, `${name} of a login with ${word}`).toMatchObject({ ok: true });
    }
    const json = formats.get('json')?.write(prepared, {}) ?? '{}';
    const { flows } = JSON.parse(json) as {
      readonly flows: readonly {
        readonly grant: string;
        readonly messages: readonly { readonly kind: string; readonly startedAt: string }[];
        readonly findings: readonly Said[];
      }[];
    };
    const said = ({ check, title, fix }: Said) => ({ check, title, fix });
    expect(flows.map(({ findings }) => findings.map(said))).toEqual(
      before.flows.map(({ findings }) => findings.map(said)),
    );
    expect(flows.map(({ grant, messages }) => [grant, ...messages.map(timed)])).toEqual(
      before.flows.map(({ flow }) => [
        flow.grant,
        ...flow.messages.map(({ kind, exchange: { startedAt } }) =>
          timed({ kind, startedAt: new Date(startedAt).toISOString() }),
        ),
      ]),
    );
  },
  30_000,
);

const timed = (one: { readonly kind: string; readonly startedAt: string }): string =>
  `${one.kind} ${one.startedAt}`;
