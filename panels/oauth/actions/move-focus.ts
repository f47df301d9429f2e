import type { Store } from '../model/store.ts';

const ROW = '[data-row]';
const REGION = '[data-region]';
/** F6 also goes to the toolbar and to the search. */
const PLACES = `[role="toolbar"], [data-testid="find-bar"], ${REGION}`;
const FOCUSABLE = ':is(button, input, select, a[href], summary, [tabindex="0"]):not(:disabled)';
/** Rows of one page when the region has no measure. */
const PAGE = 10;

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true;
}

function rowsOf(region: Element): HTMLElement[] {
  return [...region.querySelectorAll<HTMLElement>(ROW)].filter(isSeen);
}

/** In the list of flows, the selection follows the focus, as in the Network panel. */
function focus(row: HTMLElement | undefined, store: Store): boolean {
  if (!row) return false;
  row.focus();
  row.scrollIntoView?.({ block: 'nearest' });
  const flow = row.closest('[data-region="flows"]') ? row.dataset.flowId : undefined;
  if (flow !== undefined) store.selectFlow(flow);
  return true;
}

/** The row to start with: the selected one, else the first. */
function firstRow(region: Element): HTMLElement | undefined {
  const rows = rowsOf(region);
  return rows.find((one) => one.getAttribute('aria-current') === 'true') ?? rows[0];
}

/** The number of rows that are visible at once, less one, so that the last one stays in view. */
function pageOf(row: HTMLElement, rows: readonly HTMLElement[]): number {
  let box = row.parentElement;
  while (box && box.scrollHeight <= box.clientHeight) box = box.parentElement;
  const total = rows.length * row.offsetHeight;
  if (!box || total === 0) return PAGE;
  return Math.max(1, Math.floor((box.clientHeight / box.scrollHeight) * rows.length) - 1);
}

export type Move = 'next' | 'previous' | 'first' | 'last' | 'page down' | 'page up';

/** Moves the focus from row to row within a region. */
export function moveInRegion(root: HTMLElement, store: Store, move: Move): boolean {
  const active = document.activeElement;
  const regions = [...root.querySelectorAll<HTMLElement>(REGION)];
  const region = active?.closest(REGION) ?? regions.find(isSeen);
  if (!region) return false;
  const rows = rowsOf(region);
  const row = active?.closest<HTMLElement>(ROW);
  const last = rows.length - 1;
  const at = row ? rows.indexOf(row) : -1;
  if (move === 'first' || move === 'last') {
    return focus(rows[move === 'first' ? 0 : last], store);
  }
  if (!row || at < 0) return focus(firstRow(region), store);
  const steps = { next: 1, previous: -1, 'page down': 0, 'page up': 0 }[move];
  const by = steps !== 0 ? steps : pageOf(row, rows) * (move === 'page down' ? 1 : -1);
  const to = steps !== 0 ? at + by : Math.min(Math.max(at + by, 0), last);
  return focus(rows[to], store);
}

/** Expands or collapses the focused row. Where there is nothing to do, goes to the next region. */
export function sideways(root: HTMLElement, store: Store, step: 1 | -1): boolean {
  const row = document.activeElement?.closest<HTMLElement>(ROW);
  if (!row) return false;
  const details = row.matches('summary') ? row.closest('details') : null;
  const open = details ? String(details.open) : row.getAttribute('aria-expanded');
  if (open !== null && (open === 'true') !== step > 0) {
    row.click();
    return true;
  }
  const regions = [...root.querySelectorAll<HTMLElement>(REGION)].filter(isSeen);
  const region = row.closest<HTMLElement>(REGION);
  const next = region ? regions[regions.indexOf(region) + step] : undefined;
  return next ? enter(next, store) : false;
}

function enter(place: HTMLElement, store: Store): boolean {
  const row = place.matches(REGION) ? firstRow(place) : undefined;
  if (row) return focus(row, store);
  const tab = place.querySelector<HTMLElement>('[role="tab"][tabindex="0"]');
  const found = tab ?? [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isSeen);
  found?.focus();
  return found !== undefined;
}

/** F6: goes to the next region, and from the last one to the first. */
export function nextRegion(root: HTMLElement, store: Store, step: 1 | -1): boolean {
  const places = [...root.querySelectorAll<HTMLElement>(PLACES)].filter(isSeen);
  const at = places.findIndex((place) => place.contains(document.activeElement));
  const from = at < 0 && step < 0 ? 0 : at;
  for (let tried = 1; tried <= places.length; tried += 1) {
    const to = (from + step * tried + places.length * tried) % places.length;
    const place = places[to];
    if (place && enter(place, store)) return true;
  }
  return false;
}

/** Enter and the space bar press the first button of a row that is not a button itself. */
export function pressRow(): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !active.matches(`tr${ROW}`)) return false;
  const button = active.querySelector<HTMLElement>('button');
  button?.click();
  return button !== null;
}

/** Esc goes one level back, and returns the focus to the row that was opened. */
export function goBack(root: HTMLElement, store: Store): boolean {
  const key = store.stepKey.value;
  if (!store.back()) return false;
  requestAnimationFrame(() => {
    const rows = rowsOf(root);
    const row =
      rows.find(({ dataset }) => key !== null && dataset.step === key) ??
      rows.find((one) => one.getAttribute('aria-current') === 'true');
    row?.focus();
    row?.scrollIntoView?.({ block: 'nearest' });
  });
  return true;
}
