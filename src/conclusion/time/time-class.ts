/** Who or what the time of an attempt was spent on. */
export type TimeClass =
  | 'user'
  | 'server'
  | 'api'
  | 'application'
  | 'network'
  | 'browser'
  | 'request'
  | 'idle'
  | 'unknown';

interface TimeClassWords {
  /** As in “9.1 s user at the login page”. */
  readonly word: string;
  readonly meaning: string;
}

const WORDS: Readonly<Record<TimeClass, TimeClassWords>> = {
  user: {
    word: 'user at the login page',
    meaning: 'The user was at a page of the authorization server, or confirmed on another device.',
  },
  server: {
    word: 'authorization server',
    meaning: 'The authorization server had a request and had not answered yet.',
  },
  api: { word: 'API', meaning: 'An API had a request and had not answered yet.' },
  application: {
    word: 'waiting for the application',
    meaning:
      'The client had to act: its back end had a request, or its page had not sent the next one.',
  },
  network: {
    word: 'network',
    meaning: 'DNS, connection, TLS, sending the request, receiving the response.',
  },
  browser: {
    word: 'browser',
    meaning: 'Requests waited in the browser, or the browser followed a redirect.',
  },
  request: {
    word: 'requests, parts unknown',
    meaning: 'Requests whose recorder does not say how long each part took.',
  },
  idle: {
    word: 'idle',
    meaning: 'The client had its tokens and sent no request.',
  },
  unknown: {
    word: 'unknown',
    meaning:
      'The recording does not show what happened: a request of unknown duration, or pages that were not recorded.',
  },
};

/** The classes in the order in which they are listed when they took equally long. */
export const TIME_CLASSES = Object.keys(WORDS) as readonly TimeClass[];

/** What counts when several requests are under way at once. */
export const PRIORITY: readonly TimeClass[] = [
  'server',
  'api',
  'application',
  'request',
  'network',
  'browser',
];

/** What a class is called, and what it means. */
export const timeClassWords = (is: TimeClass): TimeClassWords => WORDS[is];
