import type { Placeholder } from '../http/recording.ts';
import { countPlaceholders, PLACEHOLDER_CLASSES } from '../report/placeholder-list.ts';
import type { Prepared } from '../report/share.ts';
import { count } from '../words/numbers.ts';

type Class = Placeholder['class'];

/** What was removed, by class, what remains, and whether the diagnosis is the same. */
export function summaryOf(prepared: Prepared): readonly string[] {
  const { removed, differences, recording } = prepared;
  const byClass = new Map<Class, Placeholder[]>();
  for (const placeholder of recording.redaction.placeholders) {
    const same = byClass.get(placeholder.class);
    if (same) same.push(placeholder);
    else byClass.set(placeholder.class, [placeholder]);
  }
  const lines = [...byClass].map(([name, ones]) => {
    return `Removed (${PLACEHOLDER_CLASSES[name]}): ${countPlaceholders(ones)}`;
  });
  const known = new Set(recording.redaction.placeholders.map(({ name }) => name));
  const rest = removed.filter(({ placeholder }) => !known.has(placeholder.name)).length;
  return [
    ...(lines.length === 0 ? ['Nothing had to be removed.'] : lines),
    ...(rest === 0 ? [] : [`Searched for besides: ${count(rest, 'value')}`]),
    `Remains: ${remaining(byClass)}.`,
    ...(differences.length === 0
      ? ['The diagnosis is the same.']
      : ['The diagnosis differs:', ...differences.map(({ text }) => `  ${text}`)]),
  ];
}

function remaining(removed: ReadonlyMap<Class, unknown>): string {
  const rest = ['paths', 'client ids', 'scopes', 'error texts', 'sizes'];
  return [...(removed.has('host') ? [] : ['host names']), ...rest, 'and times'].join(', ');
}

/** Every placeholder with the reason for it, without the value. */
export function previewOf({ removed }: Prepared): string {
  if (removed.length === 0) return 'Nothing has to be replaced.\n';
  const rows = removed.map(({ placeholder, why }) => {
    const { name, length, times } = placeholder;
    const size = length === null ? '' : `, ${count(length, 'character')}`;
    return `${name}  ${count(times, 'time')}${size}: ${why}`;
  });
  return `${[...new Set(rows)].join('\n')}\n`;
}
