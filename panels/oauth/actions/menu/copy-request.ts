import { targets } from '../../../../src/commands/command.ts';
import { shownNames } from '../../view/shown-names.ts';
import { commandOf, knownTarget } from '../copy-command.ts';
import type { MenuAction } from '../menu-entry.ts';

/** The request as a command: the kind that was chosen last, and a menu of all kinds. */
const action: MenuAction = {
  group: 'request',
  order: 10,
  entries: ({ step, on }, { settings: { copyTarget } }) => {
    if (!step) return [];
    const { exchange } = step.message;
    const last = knownTarget(copyTarget.value);
    const copy = (id: string, secrets: 'variables' | 'values') => () => {
      copyTarget.value = id;
      return commandOf(exchange, id, secrets);
    };
    const first = targets.find(({ id }) => id === last)?.title ?? 'Copy as command';
    // The menu of a flow is about the request that failed.
    const which = on === 'flow' || on === 'conclusion' ? `Copy step ${step.index + 1}` : 'Copy';
    const withValues = targets.map(({ id, title }) => ({
      title: `${title} with values`,
      said: 'Copied with the real values',
      copy: copy(id, 'values'),
    }));
    const redacted = shownNames.value !== null;
    return [
      { title: first.replace(/^Copy/, which), copy: copy(last, 'variables') },
      {
        title: `${which} as`,
        hint: redacted ? 'values are placeholders' : 'secrets become variables',
        entries: targets.map(({ id, title }) => ({ title, copy: copy(id, 'variables') })),
      },
      // In a redacted recording there are no values to be read.
      ...(redacted
        ? []
        : [{ title: `${which} with values`, hint: 'secrets are readable', entries: withValues }]),
    ];
  },
};

export default action;
