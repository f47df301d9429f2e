import type { Finding } from '../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../src/conclusion/steps.ts';
import type { Store } from '../model/store.ts';
import type { RowFacts } from '../view/row-facts.ts';

/** Text to copy, or the reason why there is none. */
type MenuText = string | { readonly refused: string };

/** A line of a menu: it copies a text, does something, or opens further lines. */
export type MenuEntry = { readonly title: string; readonly hint?: string } & (
  | {
      readonly copy: () => MenuText | Promise<MenuText>;
      /** What the user reads after it, when that is not "Copied". */
      readonly said?: string;
    }
  | { readonly run: () => void }
  | { readonly entries: readonly MenuEntry[] }
);

/** Lines that belong together. */
export interface MenuGroup {
  readonly name: GroupName;
  readonly entries: readonly MenuEntry[];
}

/** The groups of a context menu in their order, with their names for screen readers. */
export const GROUPS = {
  value: 'Value',
  request: 'Request',
  conclusion: 'Conclusion',
  place: 'Place',
  open: 'Open',
  compare: 'Attempts to compare with',
  sort: 'Order of the list',
  files: 'Files',
  recent: 'Recent files',
} as const;

export type GroupName = keyof typeof GROUPS;

/** What a context menu is opened on. What does not apply is null. */
export interface MenuTarget {
  readonly analysed: AnalysedFlow | null;
  /** The step under the pointer, or the step that the conclusion rests on. */
  readonly step: Step | null;
  readonly finding: Finding | null;
  /** The row or value under the pointer. */
  readonly row: RowFacts | null;
  /** The smallest of these. */
  readonly on: 'value' | 'finding' | 'step' | 'conclusion' | 'flow';
}

/** One action of the context menus. Each is one file in `menu`. */
export interface MenuAction {
  readonly group: keyof typeof GROUPS;
  /** Its place within the group, the lowest first. */
  readonly order: number;
  /** Its lines for that target. None if it does not apply. */
  readonly entries: (target: MenuTarget, store: Store) => readonly MenuEntry[];
}
