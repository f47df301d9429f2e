import type { SpecLink } from '../finding.ts';

/** Identity Assertion JWT Authorization Grant: what the server of the resource has to check. */
export const ID_JAG: SpecLink = {
  label: 'Identity Assertion JWT Authorization Grant',
  url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-identity-assertion-authz-grant',
};
