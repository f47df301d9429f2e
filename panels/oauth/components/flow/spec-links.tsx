import type { SpecLink } from '../../../../src/checks/finding.ts';

/** The sections of the specification. Links come from the checks, never from the recording. */
export function SpecLinks({ specs }: { readonly specs: readonly SpecLink[] }) {
  const safe = specs.filter(({ url }) => url.startsWith('https://'));
  return (
    <>
      {safe.map(({ label, url }, index) => (
        <span key={url}>
          {index > 0 && ', '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            {label}
          </a>
        </span>
      ))}
    </>
  );
}
