import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import { command } from '../../src/commands/command.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import asHtml from '../../src/report/formats/html.ts';
import asJson from '../../src/report/formats/json.ts';
import asMarkdown from '../../src/report/formats/markdown.ts';
import asText from '../../src/report/formats/text.ts';
import { posixWords, withoutComments } from '../commands/posix-words.ts';
import { login } from '../helpers/exchanges.ts';
import { readCases } from '../helpers/http-cases.ts';
import { written } from '../helpers/shared-report.ts';
import { BREAKERS, HOSTILE } from './breakers.ts';
import { unexpectedHtml } from './live-html.ts';
import { diagramLines, liveMarkup } from './markup.ts';
import { snapshotOf } from './recordings.ts';
import { spoil } from './spoil.ts';

const FOLDER = join(import.meta.dirname, '../checks');

/** The first recording of every check, so that every sentence of a finding quotes something. */
const recordings: readonly (readonly [string, readonly Exchange[]])[] = readdirSync(FOLDER, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.http'))
  .map((file) => {
    const [first] = readCases(readFileSync(join(FOLDER, file), 'utf8'));
    return [file.replace(/\.http$/, ''), first?.exchanges ?? []] as const;
  });

/**
 * Invisible characters, and characters that a terminal obeys. Line feeds end the lines of the
 * report itself.
 */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u;

function expectHarmless(snapshot: Snapshot): void {
  const findings = snapshot.flows.flatMap((flow) => flow.findings);
  expect(findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
  expect(written(asText, snapshot)).not.toMatch(UNSEEN);
  const markdown = written(asMarkdown, snapshot);
  expect(markdown).not.toMatch(UNSEEN);
  expect(liveMarkup(markdown)).toEqual([]);
  for (const line of diagramLines(markdown)) {
    expect(line).toMatch(
      /^(?:sequenceDiagram|participant [UCAR] as [A-Z][A-Za-z ]+|[UCAR]--?>>[UCAR]: [^;#%"<>`{}]+|Note over [UCAR],[UCAR]: [^;#%"<>`{}]+)$/,
    );
  }
  const page = written(asHtml, snapshot);
  expect(page).not.toMatch(UNSEEN);
  expect(unexpectedHtml(page)).toEqual([]);
  expect(() => JSON.parse(written(asJson, snapshot))).not.toThrow();
}

describe('a recording in which everything is hostile', () => {
  it.each(recordings)('%s', (_, exchanges) => {
    expectHarmless(snapshotOf(exchanges.map((exchange) => spoil(exchange, HOSTILE))));
  });

  it.each(BREAKERS.map((text) => [JSON.stringify(text), text] as const))(
    'still shows its login: %s',
    (_, text) => {
      const exchanges = login().map((exchange) => spoil(exchange, text));
      const snapshot = snapshotOf(exchanges);
      expectHarmless(snapshot);
      expect(snapshot.flows).toHaveLength(1);
      expect(snapshot.flows[0]).toMatchObject({ outcome: 'succeeded' });
    },
  );
});

it('would be live markup if it were written unescaped', () => {
  expect(liveMarkup(BREAKERS.join('\n'))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^<img/),
      expect.stringMatching(/^<script/),
      '](https://evil',
      expect.stringMatching(/^!\[i\]/),
    ]),
  );
});

it('would be unexpected HTML if it were written unescaped', () => {
  expect(unexpectedHtml(BREAKERS.join('\n'))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^<img/), expect.stringMatching(/^<script/)]),
  );
});

describe('a curl command of a hostile request', () => {
  it.each(BREAKERS.map((text) => [JSON.stringify(text), text] as const))(
    'is one command, or says why there is none: %s',
    (_, text) => {
      for (const exchange of login().map((one) => spoil(one, text))) {
        const result = command(exchange, { target: 'curl-bash', secrets: 'values' });
        if ('refused' in result) expect(result.refused).toMatch(/\.$/);
        else {
          const [program] = posixWords(withoutComments(result.command));
          expect(['curl', 'printf']).toContain(program);
        }
      }
    },
  );
});
