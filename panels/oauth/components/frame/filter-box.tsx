import { useRef, useState } from 'preact/hooks';
import { openPlace } from '../../actions/open-place.ts';
import { useStore } from '../../model/context.ts';
import { later } from '../../model/lazy.tsx';
import { visible } from '../../view/visible.ts';
import { Icon } from '../common/icons.tsx';

const LIST = 'filter-suggestions';

const words = later(() => import('../../view/filter-suggestions.ts'));

/** The filter, with suggestions for its last word. */
export function FilterBox() {
  const store = useStore();
  const { filter } = store.settings;
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = (open && words.loaded?.suggest(filter.value, store.flows.value)) || [];
  const take = (text: string) => {
    filter.value = text.endsWith(':') ? text : `${text} `;
    setActive(-1);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { length } = suggestions;
    const chosen = suggestions[active];
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(active < 0 && step < 0 ? length - 1 : (active + step + length) % length);
      event.preventDefault();
      event.stopPropagation();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
      take(chosen.text);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      if (openPlace(filter.value, store)) filter.value = '';
      setOpen(false);
    } else if (event.key === 'Escape') {
      if (length > 0) setOpen(false);
      else if (filter.value !== '') filter.value = '';
      else input.current?.blur();
      event.stopPropagation();
    }
  };
  return (
    <div class="filter">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Filter"
        aria-expanded={suggestions.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${LIST}-${active}` : undefined}
        placeholder="Filter: is:failed client:spa -kind:api-call"
        title="Words, also of decoded values; -word client: server: grant: is: has: check: status: kind:"
        autocomplete="off"
        spellcheck={false}
        data-testid="filter"
        value={filter.value}
        onInput={(event) => {
          filter.value = event.currentTarget.value;
          setOpen(true);
          setActive(-1);
        }}
        onPaste={(event) => {
          if (openPlace(event.clipboardData?.getData('text/plain') ?? '', store)) {
            event.preventDefault();
          }
        }}
        onFocus={() => {
          setOpen(true);
          void words.load().then(() => setOpen(true));
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {filter.value !== '' && (
        <button
          type="button"
          class="tool small"
          aria-label="Clear filter"
          title="Clear filter"
          onClick={() => {
            filter.value = '';
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <div id={LIST} role="listbox" aria-label="Suggestions" hidden={suggestions.length === 0}>
        {suggestions.map(({ text, word, about, count }, index) => (
          <div
            key={text}
            id={`${LIST}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              take(text);
            }}
          >
            <span class="mono">{visible(word)}</span>
            <span class="quiet">
              {about !== '' && ` · ${visible(about)}`}
              {count !== null && ` (${count})`}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
