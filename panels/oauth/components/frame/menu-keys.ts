const ITEMS = '[role="menuitem"]';
/** Milliseconds without a letter after which the next one begins a new word. */
const WORD = 700;

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

let typed = '';
let typedAt = 0;

/** The first item after the current one that begins with what was typed. */
function byLetter(items: readonly HTMLElement[], at: number, letter: string, now: number): number {
  typed = now - typedAt > WORD ? letter : typed + letter;
  typedAt = now;
  const same = typed.replaceAll(letter, '') === '';
  const wanted = same ? letter : typed;
  const from = same ? at + 1 : Math.max(at, 0);
  const order = [...items.keys()].map((index) => (index + from) % items.length);
  return order.find((index) => startsWith(items[index], wanted)) ?? -1;
}

/** Most titles begin with "Copy", so the second and third words count too. */
function startsWith(item: HTMLElement | undefined, wanted: string): boolean {
  const text = item?.textContent?.toLowerCase() ?? '';
  return [text, text.replace(/^copy (?:as )?/, '')].some((one) => one.startsWith(wanted));
}

/** Moves the focus among the items of an open menu. False for a key that does not move it. */
export function moveInMenu(menu: HTMLElement, { key, timeStamp }: KeyboardEvent): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>(ITEMS)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const isLetter = key.length === 1 && key !== ' ';
  const to = isLetter
    ? byLetter(items, at, key.toLowerCase(), timeStamp)
    : MOVES[key]?.(at, items.length - 1);
  if (to === undefined) return false;
  if (!isLetter) typed = '';
  items[to]?.focus();
  return true;
}
