import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outsideFlow } from '../../../panels/oauth/view/outside-flow.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { flowSteps } from '../../../src/conclusion/steps.ts';
import type { Lane } from '../../../src/oauth/define-kind.ts';
import { MESSAGE_KINDS } from '../../../src/oauth/message-kinds.ts';
import { sequenceDiagram } from '../../../src/report/mermaid.ts';
import { messageWord } from '../../../src/words/kinds.ts';
import { laneWord } from '../../../src/words/lanes.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { readCasesOf } from '../../helpers/http-cases.ts';

const VERDICTS = ['recognises', 'tells apart', 'look-alike'] as const;
const ARROW = /^(\w+)->>(\w+): \d+ (.*)$/;

/** What the report draws: who sends what to whom, in the words of its participants. */
function drawnByReport(analysed: AnalysedFlow): readonly string[] {
  const lines = sequenceDiagram(analysed, (text) => text).split('\n');
  const names = new Map(
    lines.flatMap((line) => {
      const [, short = '', name = ''] = /^participant (\w+) as (.*)$/.exec(line) ?? [];
      return short === '' ? [] : [[short, name] as const];
    }),
  );
  return lines.flatMap((line) => {
    const [, from = '', to = '', what] = ARROW.exec(line) ?? [];
    return what === undefined ? [] : [`${names.get(from)} → ${names.get(to)}: ${what}`];
  });
}

/** What the tab draws. */
function drawnByTab(analysed: AnalysedFlow): readonly string[] {
  const name = (lane: Lane): string => laneWord(lane);
  return flowSteps(analysed).steps.map(
    ({ from, to, message }) => `${name(from)} → ${name(to)}: ${messageWord(message)}`,
  );
}

/** An authorization response ends with its error in the report; the tab has a column for it. */
function withoutError(line: string): string {
  return line.replace(/(: authorization response) .*/, '$1');
}

/** The flows in the cases of a kind, and what belongs to none of them. */
function flowsOf(kind: string): readonly AnalysedFlow[] {
  const file = join(import.meta.dirname, '../../oauth/kinds', `${kind}.http`);
  return readCasesOf(VERDICTS, readFileSync(file, 'utf8')).flatMap(({ exchanges }) => {
    const snapshot = snapshotOf(exchanges);
    return [...snapshot.flows, outsideFlow(snapshot) ?? []].flat();
  });
}

const kinds = MESSAGE_KINDS.map(({ kind }) => kind);

describe('tab and report draw a message alike', () => {
  test.each(kinds)('in the cases of %s', (kind) => {
    for (const flow of flowsOf(kind)) {
      expect(drawnByReport(flow).map(withoutError)).toEqual(drawnByTab(flow));
    }
  });

  test('and these are all kinds of message', () => {
    const drawn = kinds.flatMap(flowsOf).flatMap(({ flow }) => flow.messages);
    expect([...new Set(drawn.map(({ kind }) => kind))].sort()).toEqual(kinds);
  });
});
