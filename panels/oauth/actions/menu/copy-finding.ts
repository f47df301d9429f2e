import { findingText } from '../../view/finding-text.ts';
import type { MenuAction } from '../menu-entry.ts';

/** The finding as text. */
const action: MenuAction = {
  group: 'conclusion',
  order: 10,
  entries: ({ finding, analysed }) =>
    finding && analysed
      ? [{ title: 'Copy finding', copy: () => findingText(finding, analysed) }]
      : [],
};

export default action;
