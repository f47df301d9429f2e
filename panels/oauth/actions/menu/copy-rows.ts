import { named } from '../../view/shown-names.ts';
import type { MenuAction } from '../menu-entry.ts';

/** Names that repeat get a list of values. A map, because a name may be `__proto__`. */
function jsonOf(rows: readonly { readonly name: string; readonly value: string }[]): string {
  const values = new Map<string, string | readonly string[]>();
  for (const { name, value } of rows) {
    const before = values.get(name);
    const now = named(value);
    values.set(name, before === undefined ? now : [before, now].flat());
  }
  return JSON.stringify(Object.fromEntries(values), null, 2);
}

/** The whole table as JSON. */
const action: MenuAction = {
  group: 'value',
  order: 30,
  entries: ({ row }) => {
    const rows = row?.rows ?? [];
    if (rows.length < 2) return [];
    return [
      {
        title: `Copy all ${rows.length} as JSON`,
        said: 'Copied with all real values',
        copy: () => jsonOf(rows),
      },
    ];
  },
};

export default action;
