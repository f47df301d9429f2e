import type { MenuAction } from '../menu-entry.ts';

/** Shows the request in the Network panel, where the browser lets an extension do so. */
const action: MenuAction = {
  group: 'open',
  order: 30,
  entries: ({ step }, store) => {
    const show = step && store.openInNetwork(step.message.exchange);
    return show ? [{ title: 'Open in Network', run: show }] : [];
  },
};

export default action;
