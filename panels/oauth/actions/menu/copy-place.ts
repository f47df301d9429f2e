import { placeText } from '../../view/place-text.ts';
import type { MenuAction } from '../menu-entry.ts';

/** A reference to the flow or the step, which the filter opens when it is pasted there. */
const action: MenuAction = {
  group: 'place',
  order: 10,
  entries: ({ analysed, step, on }, store) => {
    if (!analysed) return [];
    const at = on === 'flow' ? null : step;
    const text = placeText(store.flows.value, analysed, at);
    if (text === null) return [];
    const title = at ? `Copy link to step ${at.index + 1}` : 'Copy link to the flow';
    return [{ title, said: `Copied: ${text}`, copy: () => text }];
  },
};

export default action;
