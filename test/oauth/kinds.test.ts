import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MessageKind } from '../../src/oauth/message.ts';
import { MESSAGE_KINDS } from '../../src/oauth/message-kinds.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { expectFresh } from '../helpers/fresh-page.ts';
import { type HttpCase, readCasesOf } from '../helpers/http-cases.ts';
import { kindPage } from '../helpers/kind-page.ts';

const FOLDER = join(import.meta.dirname, 'kinds');

/**
 * `recognises`: the traffic holds a message of this kind. `tells apart`: it is OAuth, and none of
 * this kind. `look-alike`: it is no OAuth at all.
 */
const VERDICTS = ['recognises', 'tells apart', 'look-alike'] as const;

type KindCase = HttpCase<(typeof VERDICTS)[number]>;

function kindsIn({ exchanges }: KindCase): readonly MessageKind[] {
  const { flows, loose } = snapshotOf(exchanges);
  const findings = flows.flatMap((analysed) => analysed.findings);
  expect(findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
  return [...flows.flatMap(({ flow }) => flow.messages), ...loose].map(({ kind }) => kind);
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.http'));

it('has a case file for every file of kinds/, and for nothing else', () => {
  expect(files.map((file) => basename(file, '.http')).sort()).toEqual(
    MESSAGE_KINDS.map(({ kind }) => kind),
  );
});

it('has an up-to-date table', () => {
  expectFresh('docs/message-kinds.md', kindPage(MESSAGE_KINDS));
});

describe.each(files)('%s', (file) => {
  const kind = basename(file, '.http') as MessageKind;
  const cases = readCasesOf(VERDICTS, readFileSync(join(FOLDER, file), 'utf8'));

  it('has positive, negative and look-alike traffic', () => {
    expect(new Set(cases.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS));
  });

  it.each(cases.map((one) => [one.verdict, one.title, one] as const))(
    '%s: %s',
    (verdict, _, one) => {
      const kinds = kindsIn(one);
      if (verdict === 'recognises') expect(kinds).toContain(kind);
      if (verdict === 'tells apart') expect(kinds).not.toContain(kind);
      if (verdict === 'tells apart') expect(kinds).not.toEqual([]);
      if (verdict === 'look-alike') expect(kinds).toEqual([]);
    },
  );
});
