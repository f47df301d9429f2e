import { OUTSIDE } from '../../view/outside-flow.ts';
import { scriptOf } from '../copy-command.ts';
import type { MenuAction } from '../menu-entry.ts';

/** The requests of the flow as a script for bash. */
const action: MenuAction = {
  group: 'request',
  order: 30,
  entries: ({ analysed }) =>
    analysed && analysed.flow.id !== OUTSIDE
      ? [{ title: 'Copy flow as script (bash)', copy: () => scriptOf(analysed.flow.messages) }]
      : [],
};

export default action;
