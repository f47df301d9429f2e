import type { SpecLink } from '../finding.ts';

/** A section of the draft OAuth Client ID Metadata Document. */
export function cimd(section: `${number}` | `${number}.${number}`): SpecLink {
  return {
    label: `OAuth Client ID Metadata Document section ${section}`,
    url: `https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document#section-${section}`,
  };
}
