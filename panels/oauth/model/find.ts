import { signal } from '@preact/signals';
import type { Matcher } from '../../../src/search/search-query.ts';
import type { Hit } from '../../../src/search/search-recording.ts';

/** What the search has done so far. */
export interface FindProgress {
  /** Messages searched, of how many. */
  readonly done: number;
  readonly total: number;
  readonly busy: boolean;
  /** Why the search could not be done, or not to its end. */
  readonly refused: string | null;
}

const IDLE: FindProgress = { done: 0, total: 0, busy: false, refused: null };

/** What the user searches for, and what was found. */
export class Find {
  readonly open = signal(false);
  readonly text = signal('');
  readonly matchCase = signal(false);
  readonly regex = signal(false);
  readonly scope = signal<'recording' | 'flow'>('recording');
  readonly matcher = signal<Matcher | null>(null);
  readonly hits = signal<readonly Hit[]>([]);
  /** Index of the hit that is shown. -1 before the first. */
  readonly at = signal(-1);
  readonly progress = signal<FindProgress>(IDLE);
  /** Raised by each request to search, so that the field gets the focus again. */
  readonly asked = signal(0);
  /** The text of the last search. */
  sought = '';
  /** Whether the user asked for the next hit before there was one. It is opened when it is found. */
  awaited = false;
  /** Opens the next or the previous hit. Set while the search is shown. */
  step: (by: 1 | -1) => void = () => undefined;

  /** Shows the search, with the selected text in it. */
  show(): void {
    const selected = document.getSelection()?.toString() ?? '';
    if (selected !== '' && selected.length < 200 && !selected.includes('\n')) {
      this.text.value = selected;
    }
    this.open.value = true;
    this.asked.value += 1;
  }

  close(): void {
    this.open.value = false;
    this.forget();
  }

  forget(): void {
    this.awaited = false;
    this.matcher.value = null;
    this.hits.value = [];
    this.at.value = -1;
    this.progress.value = IDLE;
  }
}
