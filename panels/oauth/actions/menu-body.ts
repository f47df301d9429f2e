import type { Store } from '../model/store.ts';
import {
  GROUPS,
  type GroupName,
  type MenuAction,
  type MenuGroup,
  type MenuTarget,
} from './menu-entry.ts';

const files = import.meta.glob<MenuAction>('./menu/*.ts', { eager: true, import: 'default' });
const ALL: readonly MenuAction[] = Object.values(files).sort((a, b) => a.order - b.order);

/** Everything that can be done with a target, by groups. Groups without a line are left out. */
export function menuGroups(
  target: MenuTarget,
  store: Store,
  names: readonly GroupName[] = Object.keys(GROUPS) as GroupName[],
): readonly MenuGroup[] {
  return names
    .map((name) => ({
      name,
      entries: ALL.filter(({ group }) => group === name).flatMap((action) =>
        action.entries(target, store),
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
}
