import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../panels/oauth/components/frame/app.tsx';
import { Session } from '../../panels/oauth/model/session.ts';
import { loadSettings } from '../../panels/oauth/model/settings.ts';
import { Store } from '../../panels/oauth/model/store.ts';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import type { Grant } from '../../src/oauth/values/grants.ts';
import asMarkdown from '../../src/report/formats/markdown.ts';
import asText from '../../src/report/formats/text.ts';
import { attemptTitle } from '../../src/words/attempt-titles.ts';
import { GRANTS, grantWord } from '../../src/words/grant-words.ts';
import { endingWord, type Outcome, type Sign, signMark } from '../../src/words/outcomes.ts';
import { OWNERS, type Owner, ownerWord } from '../../src/words/owners.ts';
import { written } from '../helpers/shared-report.ts';
import { verdict } from '../helpers/verdicts.ts';
import { analysedFlow, finding, fixedAnalysis } from './fixtures.ts';

afterEach(cleanup);

/** The texts of panel and reports on a flow. */
function tellings(analysed: AnalysedFlow): readonly string[] {
  const analysis = fixedAnalysis({ flows: [analysed] });
  const session = new Session(analysis);
  session.flush();
  render(<App store={new Store(loadSettings(), session)} />);
  const panel = `${screen.getByTestId('flow').textContent} ${screen.getByLabelText('Verdict').textContent}`;
  const reports = [asText, asMarkdown].map((format) => {
    return written(format, analysis.snapshot());
  });
  return [panel, ...reports];
}

describe('panel and reports use one word', () => {
  it.each(Object.keys(OWNERS) as Owner[])('for the owner %s', (owner) => {
    const cause = finding('a', { owner, certainty: 'likely', basis: 'heuristic' });
    const told = verdict('It failed.', 'bad', cause);
    for (const text of tellings(analysedFlow({ findings: [cause], verdict: told }))) {
      const plain = text.replaceAll(/[*\\]/g, '');
      expect(plain).toContain(`Owner: ${ownerWord(owner)}`);
      expect(plain).toContain('Confidence: likely (inferred)');
    }
  });

  const endings: readonly (readonly [Outcome, Sign])[] = [
    ['succeeded', 'good'],
    ['succeeded', 'bad'],
    ['failed', 'bad'],
    ['unfinished', 'open'],
    ['unknown', 'unknown'],
  ];
  it.each(endings)('and one sign for a flow that %s and is %s', (outcome, sign) => {
    const told = verdict('It ended.', sign);
    for (const text of tellings(analysedFlow({ outcome, verdict: told }))) {
      expect(text).toContain(endingWord(outcome, sign));
      expect(text).toContain(signMark(sign));
    }
  });

  it.each(Object.keys(GRANTS) as Grant[])('for the grant %s', (grant) => {
    const { flow: login, ...rest } = analysedFlow({});
    const flow = { ...login, grant };
    for (const text of tellings({ ...rest, flow })) {
      expect(text).toContain(attemptTitle(flow) ?? grantWord(grant));
    }
  });
});
