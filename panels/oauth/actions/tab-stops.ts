const ROW = '[data-row]';
const INSIDE = 'button, a[href], input';

/**
 * Gives every region one row that the Tab key reaches: the row that had the focus last, else the
 * selected one, else the first. The arrow keys reach the others. Returns the function that stops it.
 */
export function keepOneTabStop(root: HTMLElement): () => void {
  const last = new WeakMap<Element, Element>();
  const update = (region: Element): void => {
    const rows = [...region.querySelectorAll<HTMLElement>(ROW)];
    const before = last.get(region);
    const stop =
      rows.find((row) => row === before) ??
      rows.find((row) => row.getAttribute('aria-current') === 'true') ??
      rows[0];
    for (const row of rows) {
      const index = row === stop ? 0 : -1;
      setIndex(row, index);
      for (const inner of row.querySelectorAll<HTMLElement>(INSIDE)) setIndex(inner, index);
    }
  };
  const updateAll = (): void => {
    for (const region of root.querySelectorAll('[data-region]')) update(region);
  };
  const onFocus = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest(ROW) : null;
    const region = row?.closest('[data-region]');
    if (!row || !region || last.get(region) === row) return;
    last.set(region, row);
    update(region);
  };
  const observer = new MutationObserver(updateAll);
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributeFilter: ['aria-current', 'data-row'],
  });
  root.addEventListener('focusin', onFocus);
  updateAll();
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', onFocus);
  };
}

function setIndex(element: HTMLElement, index: 0 | -1): void {
  if (element.tabIndex !== index || !element.hasAttribute('tabindex')) element.tabIndex = index;
}
