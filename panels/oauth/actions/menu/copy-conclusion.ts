import { verdictText } from '../../view/finding-text.ts';
import type { MenuAction } from '../menu-entry.ts';

/** The conclusion of the flow as text. */
const action: MenuAction = {
  group: 'conclusion',
  order: 20,
  entries: ({ analysed, on }) =>
    analysed && on !== 'value'
      ? [{ title: 'Copy conclusion', copy: () => verdictText(analysed) }]
      : [],
};

export default action;
