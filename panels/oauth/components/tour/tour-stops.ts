import type { Level } from '../../model/shown.ts';

/** One stop: what it points at, and what it says. */
export interface TourStop {
  readonly title: string;
  readonly text: string;
  /** Selector of the element. */
  readonly at: string;
  /** The pane that a narrow panel has to show. */
  readonly level: Level;
}

/** The stops of the tour, in order. */
export const TOUR_STOPS: readonly TourStop[] = [
  {
    title: 'Flows',
    text: 'Each login is one row, newest last. The newest one that failed is selected by itself.',
    at: '[data-region="flows"]',
    level: 'flows',
  },
  {
    title: 'Conclusion',
    text: 'The cause in one sentence, what to do, and who can do it.',
    at: '.verdict',
    level: 'flow',
  },
  {
    title: 'Messages',
    text: 'Each arrow is a message, with its findings below it. Press one to read its parameters, tokens and headers.',
    at: '.sequence',
    level: 'flow',
  },
  {
    title: 'Filter',
    text: 'Narrow the list by words or by client:, server:, is:failed and more. The / key leads here.',
    at: '[data-testid="filter"]',
    level: 'flow',
  },
  {
    title: 'Share',
    text: 'A report without secrets, with a preview before anything leaves. ? shows all keys.',
    at: '[data-testid="share"]',
    level: 'flow',
  },
];
