import { useId, useState } from 'preact/hooks';
import { GROUPS, type MenuEntry, type MenuGroup } from '../../actions/menu-entry.ts';
import { visible } from '../../view/visible.ts';

interface Props {
  readonly groups: readonly MenuGroup[];
  readonly onTake: (entry: MenuEntry) => void;
}

function Item({ entry, onTake }: { readonly entry: MenuEntry; onTake: Props['onTake'] }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const more = 'entries' in entry ? entry.entries : null;
  const toggle = (to: boolean) => {
    setOpen(to);
    const focusFirst = () =>
      document.querySelector<HTMLElement>(`[id="${id}-more"] [role="menuitem"]`)?.focus();
    if (to) requestAnimationFrame(focusFirst);
    else document.getElementById(id)?.focus();
  };
  return (
    <>
      <button
        type="button"
        id={id}
        class="item"
        role="menuitem"
        tabIndex={-1}
        aria-haspopup={more ? 'menu' : undefined}
        aria-expanded={more ? open : undefined}
        onClick={() => (more ? toggle(!open) : onTake(entry))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowRight' || !more || open) return;
          event.preventDefault();
          toggle(true);
        }}
      >
        {visible(entry.title)}
        {entry.hint && <span class="quiet"> · {entry.hint}</span>}
        {more && (
          <span class="more" aria-hidden="true">
            {open ? '▾' : '▸'}
          </span>
        )}
      </button>
      {more && open && (
        <div
          id={`${id}-more`}
          class="submenu"
          role="menu"
          aria-label={entry.title}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowLeft') return;
            event.preventDefault();
            event.stopPropagation();
            toggle(false);
          }}
        >
          {more.map((one) => (
            <Item key={one.title} entry={one} onTake={onTake} />
          ))}
        </div>
      )}
    </>
  );
}

/** The lines of a menu by groups. A line with further lines opens them below itself. */
export function MenuList({ groups, onTake }: Props) {
  return (
    <>
      {groups.map(({ name, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a menu
        <div key={name} class="menu-group" role="group" aria-label={GROUPS[name]}>
          {entries.map((entry) => (
            <Item key={entry.title} entry={entry} onTake={onTake} />
          ))}
        </div>
      ))}
    </>
  );
}
