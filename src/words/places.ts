/** The place that a finding points to: `parameter state`, `status`; null when it has none. */
export function placeWord(
  at: { readonly part: string; readonly name: string | null } | null,
): string | null {
  if (!at) return null;
  return at.name === null ? at.part : `${at.part} ${at.name}`;
}
