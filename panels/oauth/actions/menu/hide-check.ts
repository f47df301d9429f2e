import type { MenuAction } from '../menu-entry.ts';

/** Hides the findings of this check. */
const action: MenuAction = {
  group: 'conclusion',
  order: 30,
  entries: ({ finding, on }, store) =>
    finding && on === 'finding'
      ? [{ title: 'Hide this check', run: () => store.hideCheck(finding.check) }]
      : [],
};

export default action;
