import type { ComponentType } from 'preact';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { useStore } from '../../model/context.ts';
import type { Store } from '../../model/store.ts';
import { type Tab, Tabs } from '../message/tabs.tsx';

/** One way to look at a flow: a tab under its verdict. Each is one file in `views`. */
export interface FlowViewTab {
  readonly title: string;
  /** Tabs are ordered by it, the lowest first. */
  readonly order: number;
  /** Whether the tab has something to show for the flow. */
  readonly applies: (analysed: AnalysedFlow, store: Store) => boolean;
  readonly View: ComponentType<{ readonly analysed: AnalysedFlow }>;
}

const files = import.meta.glob<FlowViewTab>('./views/*.tsx', { eager: true, import: 'default' });
const ALL: readonly FlowViewTab[] = Object.values(files).sort((a, b) => a.order - b.order);

/** The views of a flow as tabs. A view that stands alone needs no tab. */
export function FlowViews({ analysed }: { readonly analysed: AnalysedFlow }) {
  const store = useStore();
  const tabs = ALL.filter(({ applies }) => applies(analysed, store)).map(
    ({ title, View }): Tab => ({ name: title, view: () => <View analysed={analysed} /> }),
  );
  if (tabs.length === 1) return <>{tabs[0]?.view()}</>;
  return <Tabs tabs={tabs} label="Views of the flow" selected={store.flowView} />;
}
