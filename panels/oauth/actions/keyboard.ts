import { stepKey } from '../../../src/conclusion/steps.ts';
import { later } from '../model/lazy.tsx';
import type { Store } from '../model/store.ts';
import { findingText, verdictText } from '../view/finding-text.ts';
import { copyText } from './clipboard.ts';

const commands = later(() => import('./copy-command.ts'));

const ROW = '[data-row]';
const REGION = '[data-region]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea');
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true;
}

function rowsOf(region: Element): HTMLElement[] {
  return [...region.querySelectorAll<HTMLElement>(ROW)].filter(isSeen);
}

function focus(row: HTMLElement | undefined): boolean {
  row?.focus();
  row?.scrollIntoView?.({ block: 'nearest' });
  return row !== undefined;
}

/** ↑ ↓ move from row to row within a pane. */
function move(root: HTMLElement, step: 1 | -1): boolean {
  const active = document.activeElement;
  const region = active?.closest(REGION) ?? root.querySelector(REGION);
  if (!region) return false;
  const rows = rowsOf(region);
  const row = active?.closest<HTMLElement>(ROW);
  const index = row ? rows.indexOf(row) : -1;
  if (index < 0) {
    const current = rows.find((one) => one.getAttribute('aria-current') === 'true');
    return focus(current ?? rows[0]);
  }
  return focus(rows[index + step]);
}

/** ← → collapse and expand. Where there is nothing to collapse, they move to the next pane. */
function sideways(root: HTMLElement, step: 1 | -1): boolean {
  const row = document.activeElement?.closest<HTMLElement>(ROW);
  if (!row) return false;
  const details = row.closest('details');
  const open = details ? String(details.open) : row.getAttribute('aria-expanded');
  if (open !== null && (open === 'true') !== step > 0) {
    row.click();
    return true;
  }
  const regions = [...root.querySelectorAll<HTMLElement>(REGION)].filter(isSeen);
  const region = row.closest<HTMLElement>(REGION);
  const next = region ? regions[regions.indexOf(region) + step] : undefined;
  if (!next) return false;
  const rows = rowsOf(next);
  const current = rows.find((one) => one.getAttribute('aria-current') === 'true');
  return focus(current ?? rows[0] ?? next.querySelector<HTMLElement>('[role="tab"]') ?? undefined);
}

/** The text that Ctrl+C copies without a selection: the focused element in its natural form. */
async function naturalCopy(store: Store): Promise<string | null> {
  const analysed = store.current.value;
  if (!analysed) return null;
  const active = document.activeElement;
  const check = active?.closest<HTMLElement>('[data-finding]')?.dataset.finding;
  const finding = analysed.findings.find((one) => one.check === check);
  if (finding) return findingText(finding, analysed);
  const inMessage = active?.closest('[data-step], [data-region="message"]');
  const key = active?.closest<HTMLElement>('[data-step]')?.dataset.step ?? store.stepKey.value;
  const message = analysed.flow.messages.find((one) => stepKey(one) === key);
  if (inMessage && message) {
    const { commandOf } = commands.loaded ?? (await commands.load());
    const command = commandOf(message.exchange, store.settings.copyTarget.value);
    return typeof command === 'string' ? command : null;
  }
  return verdictText(analysed);
}

async function copyNaturally(store: Store): Promise<void> {
  const text = await naturalCopy(store);
  if (text === null) return;
  const copied = await copyText(text);
  store.say(copied ? `Copied: ${text.split('\n', 1)[0]}` : 'The browser did not let us copy.');
}

/** Esc goes one level back, and returns the focus. */
function goBack(store: Store, root: HTMLElement): boolean {
  const key = store.stepKey.value;
  if (!store.back()) return false;
  requestAnimationFrame(() => {
    const rows = [...root.querySelectorAll<HTMLElement>(ROW)].filter(isSeen);
    const row =
      rows.find(({ dataset }) => key !== null && dataset.step === key) ??
      rows.find((one) => one.getAttribute('aria-current') === 'true');
    focus(row);
  });
  return true;
}

function focusFilter(root: HTMLElement): boolean {
  const filter = root.querySelector<HTMLInputElement>('[data-testid="filter"]');
  filter?.focus();
  filter?.select();
  return filter !== null;
}

function onCommand(event: KeyboardEvent, store: Store, root: HTMLElement): boolean {
  switch (event.key.toLowerCase()) {
    case 'f':
      return focusFilter(root);
    case 's':
      store.share();
      return true;
    case 'l':
      store.clear();
      return true;
    case 'e':
      store.togglePaused();
      return true;
    case 'c': {
      const selected = document.getSelection()?.toString() ?? '';
      if (selected !== '' || isTyping(event.target)) return false;
      void copyNaturally(store);
      return true;
    }
    default:
      return false;
  }
}

/** The arrow keys move the border of a pane. */
function isBorder(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'separator';
}

function onPlainKey(event: KeyboardEvent, store: Store, root: HTMLElement): boolean {
  if (isTyping(event.target)) return false;
  if (event.key.startsWith('Arrow') && isBorder(event.target)) return false;
  switch (event.key) {
    case 'ArrowDown':
      return move(root, 1);
    case 'ArrowUp':
      return move(root, -1);
    case 'ArrowRight':
      return sideways(root, 1);
    case 'ArrowLeft':
      return sideways(root, -1);
    case 'Escape':
      return goBack(store, root);
    case '/':
      return focusFilter(root);
    case '?':
      store.dialog.value = 'help';
      return true;
    default:
      return false;
  }
}

/** The keys of the panel. DevTools do not get the keys that it uses. */
export function onKeyDown(event: KeyboardEvent, store: Store, root: HTMLElement): void {
  if (event.altKey || store.dialog.value !== null || root.querySelector('.menu-items')) return;
  const command = event.ctrlKey || event.metaKey;
  const used = command ? onCommand(event, store, root) : onPlainKey(event, store, root);
  if (!used) return;
  event.preventDefault();
  event.stopPropagation();
}
