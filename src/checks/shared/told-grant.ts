import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { Grant } from '../../oauth/values/grants.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { tokenTypeOf } from '../../oauth/values/token-types.ts';
import type { Owner } from '../../words/owners.ts';
import type { Severity } from '../../words/severities.ts';

/** What a refusal means and what to do about it; each part replaces the one of the check. */
export interface RefusalText {
  readonly title?: string;
  readonly owner?: Owner;
  readonly severity?: Severity;
  readonly why?: string;
  readonly fix?: string;
}

/** A grant, with the two requests of an identity assertion (ID-JAG) as grants of their own. */
export type ToldGrant = Grant | 'id_jag' | 'id_jag_exchange';

/** What one error code means for each grant that it means something special for. */
export type RefusalTable = Readonly<Partial<Record<ToldGrant, RefusalText>>>;

/** The grant of a token request. */
export function toldGrant({ grant, params }: TokenRequest): ToldGrant {
  const wanted = tokenTypeOf(params.get('requested_token_type'));
  if (grant === 'token_exchange' && wanted === 'id-jag') return 'id_jag_exchange';
  if (grant !== 'jwt_bearer') return grant ?? 'other';
  const typ = jwtOf(params.get('assertion'))?.header.typ;
  return typ === 'oauth-id-jag+jwt' ? 'id_jag' : 'jwt_bearer';
}
