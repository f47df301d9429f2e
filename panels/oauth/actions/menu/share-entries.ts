import type { MenuAction } from '../menu-entry.ts';

/** Opens the preview of a redacted report. */
const action: MenuAction = {
  group: 'open',
  order: 10,
  entries: ({ analysed, step, on }, store) => {
    if (!analysed) return [];
    const show = (what: 'message' | 'flow') => () => {
      store.openFlow(analysed.flow.id);
      if (what === 'message' && step) store.openStep(step.key);
      store.share({ what });
    };
    return step && on !== 'flow' && on !== 'conclusion'
      ? [
          { title: 'Share this message…', run: show('message') },
          { title: 'Share this flow…', run: show('flow') },
        ]
      : [{ title: 'Share this flow…', run: show('flow') }];
  },
};

export default action;
