import { lastThatWorked, othersToCompare } from '../../../../src/conclusion/compare/candidates.ts';
import { endingWord, signMark } from '../../../../src/words/outcomes.ts';
import { flowTitle } from '../../view/flow-title.ts';
import { OUTSIDE } from '../../view/outside-flow.ts';
import type { MenuAction, MenuEntry } from '../menu-entry.ts';

const SHOWN = 12;

/** Compares the flow with the last one that worked, or with another one of this recording. */
const action: MenuAction = {
  group: 'open',
  order: 20,
  entries: ({ analysed, on }, store) => {
    if (!analysed || analysed.flow.id === OUTSIDE || on === 'value') return [];
    const flows = store.snapshot.value.flows;
    const session = store.session.value;
    const show = (flowId: string) => () => {
      store.selectFlow(analysed.flow.id);
      store.compareWith({ name: 'This recording', session, flowId });
    };
    const worked = analysed.verdict.sign === 'good' ? null : lastThatWorked(analysed, flows);
    const others = othersToCompare(analysed, flows).slice(0, SHOWN);
    const entries: MenuEntry[] = [];
    if (worked) {
      entries.push({ title: 'Compare with the last that worked', run: show(worked.flow.id) });
    }
    if (others.length > 0) {
      entries.push({
        title: 'Compare with',
        entries: others.map(({ flow, outcome, verdict }) => ({
          title: `${signMark(verdict.sign)} ${flowTitle(flow)}`,
          hint: endingWord(outcome, verdict.sign),
          run: show(flow.id),
        })),
      });
    }
    return entries;
  },
};

export default action;
