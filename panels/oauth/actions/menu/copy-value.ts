import { named } from '../../view/shown-names.ts';
import type { MenuAction } from '../menu-entry.ts';

/** The value as sent. A hidden one is copied too, and the panel says so. */
const action: MenuAction = {
  group: 'value',
  order: 10,
  entries: ({ row }) => {
    if (!row) return [];
    const shown = named(row.value);
    const said = row.secret && shown === row.value ? 'Copied the real value' : 'Copied';
    return [{ title: 'Copy value', said, copy: () => shown }];
  },
};

export default action;
