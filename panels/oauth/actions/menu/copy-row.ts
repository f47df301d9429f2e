import { named } from '../../view/shown-names.ts';
import type { MenuAction } from '../menu-entry.ts';

/** A header as a line of HTTP, another row as `name=value`. */
const action: MenuAction = {
  group: 'value',
  order: 20,
  entries: ({ row }) => {
    if (!row) return [];
    const shown = named(row.value);
    const said = row.secret && shown === row.value ? 'Copied with the real value' : 'Copied';
    return row.part === 'header'
      ? [{ title: 'Copy header', said, copy: () => `${row.name}: ${shown}` }]
      : [{ title: 'Copy name and value', said, copy: () => `${row.name}=${shown}` }];
  },
};

export default action;
