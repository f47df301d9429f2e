import { clientLibrary, libraryText } from '../../flow/facts/client-library.ts';
import { browserOf } from '../../http/browser-name.ts';
import { grantWord } from '../../words/grant-words.ts';
import { endingWord } from '../../words/outcomes.ts';
import type { AnalysedFlow } from '../analysed-flow.ts';
import type { Said } from './compared.ts';
import { environmentOf } from './environment.ts';

const MAX_FINDINGS = 50;

/** What is known of an attempt as a whole. */
export function saidOfFlow({ flow, outcome, verdict, findings }: AnalysedFlow): readonly Said[] {
  const library = clientLibrary(flow);
  const browser = flow.messages
    .map(({ exchange }) => browserOf(exchange))
    .find((name) => name !== null);
  const rows: readonly (readonly [name: string, value: string | null])[] = [
    ['Client', flow.client],
    ['Authorization server', flow.authorizationServer],
    ['Application', environmentOf(flow).application],
    ['Grant', grantWord(flow.grant)],
    ['Client library', library && libraryText(library)],
    ['Browser', browser ?? null],
    ['Outcome', endingWord(outcome, verdict.sign)],
  ];
  const titles = findings.filter(({ severity }) => severity !== 'info').map(({ title }) => title);
  return [
    ...rows.flatMap(([name, value]) => (value === null ? [] : [said(name, value)])),
    ...[...new Set(titles)].slice(0, MAX_FINDINGS).map((title) => said(FINDING + title, 'found')),
  ];
}

/** How the name of a row begins that says whether an attempt has a finding. */
export const FINDING = 'Finding: ';

function said(name: string, value: string): Said {
  return { place: 'flow', name, value, nature: 'plain' };
}
