import { hideIn, secretsOf } from '../../view/masking.ts';
import { named } from '../../view/shown-names.ts';
import type { MenuAction } from '../menu-entry.ts';

/** The URL of the request, as sent. */
const action: MenuAction = {
  group: 'request',
  order: 20,
  entries: ({ step, on }) => {
    if (!step || on === 'flow' || on === 'conclusion') return [];
    const { exchange } = step.message;
    const url = named(exchange.request.url);
    const secret = hideIn(exchange.request.url, secretsOf(exchange)) !== url;
    return [
      {
        title: 'Copy URL',
        said: secret ? 'Copied with the real values' : 'Copied',
        copy: () => url,
      },
    ];
  },
};

export default action;
