import { type Sign, signMark } from '../../../../src/words/outcomes.ts';
import { type Severity, severityMark } from '../../../../src/words/severities.ts';

const PATHS = {
  record: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  clear:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.4c1.2 0 2.3.4 3.1 1.1l-7.1 7.1A5.1 5.1 0 0 1 8 2.9Zm0 10.2c-1.2 0-2.3-.4-3.1-1.1l7.1-7.1A5.1 5.1 0 0 1 8 13.1Z',
  search:
    'M6.5 2a4.5 4.5 0 1 0 2.7 8.1l3.4 3.4 1-1-3.4-3.4A4.5 4.5 0 0 0 6.5 2Zm0 1.4a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2Z',
  import: 'M8 1 4.5 4.5l1 1L7.3 3.7V10h1.4V3.7l1.8 1.8 1-1L8 1ZM2.5 9v5h11V9h-1.4v3.6H3.9V9H2.5Z',
  share: 'M7.3 1v6.3L5.5 5.5l-1 1L8 10l3.5-3.5-1-1-1.8 1.8V1H7.3ZM2.5 9v5h11V9h-1.4v3.6H3.9V9H2.5Z',
  gear: 'M6.9 1h2.2l.4 1.9 1 .4 1.6-1 1.6 1.6-1 1.6.4 1 1.9.4v2.2l-1.9.4-.4 1 1 1.6-1.6 1.6-1.6-1-1 .4L9.1 15H6.9l-.4-1.9-1-.4-1.6 1-1.6-1.6 1-1.6-.4-1L1 9.1V6.9l1.9-.4.4-1-1-1.6 1.6-1.6 1.6 1 1-.4L6.9 1ZM8 5.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2Z',
  back: 'M10.5 2 4.5 8l6 6 1-1-5-5 5-5-1-1Z',
  close: 'm3.5 2.5-1 1L7 8l-4.5 4.5 1 1L8 9l4.5 4.5 1-1L9 8l4.5-4.5-1-1L8 7 3.5 2.5Z',
  eye: 'M8 3C4.5 3 2 5.5 1 8c1 2.5 3.5 5 7 5s6-2.5 7-5c-1-2.5-3.5-5-7-5Zm0 8.2a3.2 3.2 0 1 1 0-6.4 3.2 3.2 0 0 1 0 6.4Zm0-1.5a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400Z',
} as const;

/** A drawing beside a word, with no meaning of its own. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" d={PATHS[name]} />
    </svg>
  );
}

/** The severity of a finding as a sign, and as a word for screen readers. */
export function SeveritySign({ severity }: { readonly severity: Severity }) {
  return (
    <span class={`sign ${severity}`} role="img" aria-label={severity} title={severity}>
      {severityMark(severity)}
    </span>
  );
}

/** The class that gives a sign its colour. */
const TONES: Readonly<Record<Sign, string>> = {
  good: 'ok',
  bad: 'error',
  open: 'quiet',
  unknown: 'quiet',
  recovered: 'quiet',
  rehearsed: 'quiet',
};

/** How a flow ended, as a sign. The word is beside it. */
export function FlowSign({ sign }: { readonly sign: Sign }) {
  return (
    <span class={`sign ${TONES[sign]}`} aria-hidden="true">
      {signMark(sign)}
    </span>
  );
}
