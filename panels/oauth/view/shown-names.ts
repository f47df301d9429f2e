import { signal } from '@preact/signals';
import type { RedactionNote } from '../../../src/http/recording.ts';

/** How the values are named that were replaced before the shown recording was written. */
interface Names {
  readonly note: RedactionNote;
  readonly name: (text: string) => string;
}

/** Set while a redacted recording is shown. The panel shows one recording at a time. */
export const shownNames = signal<Names | null>(null);

/** A text with the names of placeholders where their stand-ins are. */
export function named(text: string): string {
  return shownNames.value?.name(text) ?? text;
}

/** Why a value has no reveal button. */
export const REPLACED = 'This value was replaced before the file was written.';
