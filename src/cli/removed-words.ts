import type { Placeholder } from '../http/recording.ts';
import { countPlaceholders, PLACEHOLDER_CLASSES } from '../report/placeholder-list.ts';
import { plain } from '../report/plain.ts';
import type { Prepared } from '../report/share.ts';
import { count, list } from '../words/numbers.ts';

type Class = Placeholder['class'];

/** What was removed, by class, what remains, and whether the diagnosis is the same. */
export function summaryOf({ removed, differences }: Prepared): readonly string[] {
  const byClass = new Map<Class, Placeholder[]>();
  for (const { placeholder } of replacedIn(removed)) {
    const same = byClass.get(placeholder.class);
    if (same) same.push(placeholder);
    else byClass.set(placeholder.class, [placeholder]);
  }
  const lines = [...byClass].map(([name, ones]) => {
    return `Removed (${PLACEHOLDER_CLASSES[name]}): ${countPlaceholders(ones)}`;
  });
  return [
    ...(lines.length === 0 ? ['Nothing had to be removed.'] : lines),
    `Remains: ${remaining(byClass)}.`,
    ...(differences.length === 0
      ? ['The diagnosis is the same.']
      : ['The diagnosis differs:', ...differences.map(({ text }) => `  ${text}`)]),
  ];
}

/** Other values are only searched for: the recording does not show them. */
function replacedIn(removed: Prepared['removed']): Prepared['removed'] {
  return removed.filter(({ placeholder }) => placeholder.times > 0);
}

function remaining(removed: ReadonlyMap<Class, unknown>): string {
  const rest = ['paths', 'client ids', 'scopes', 'error texts', 'sizes', 'times'];
  return list(removed.has('host') ? rest : ['host names', ...rest]);
}

/** Every placeholder with the reason for it, without the value. */
export function previewOf({ removed }: Prepared): string {
  const rows = replacedIn(removed).map(({ placeholder, why }) => {
    const { name, length, times } = placeholder;
    const size = length === null ? '' : `, ${count(length, 'character')}`;
    return `${name}  ${count(times, 'time')}${size}: ${plain(why)}`;
  });
  return rows.length === 0 ? 'Nothing has to be replaced.\n' : `${rows.join('\n')}\n`;
}
