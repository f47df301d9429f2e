import { startsFlow } from '../../flow/facts/attempt.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { type Check, defineCheck, parameter } from '../check.ts';
import type { SpecLink } from '../finding.ts';
import { quotedRefusal } from './refusal-words.ts';

interface Requirement {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  /** The member of the metadata by which a server says that it requires this of all clients. */
  readonly announcedBy: string;
  /** How servers ask for it in a refusal. */
  readonly words: RegExp;
  readonly missing: string;
  readonly isMet: (request: AuthorizationRequest) => boolean;
}

/** What a refusal can be about instead, when it does not name the requirement. */
const OTHER_REASON =
  /redirect|callback|scope|client|session|cookie|response.?type|code.?challenge|PKCE|consent|login|denied/i;

/** Makes a check of a form that a server requires of authorization requests and then misses. */
export function unmetRequirementCheck(requirement: Requirement): Check<'authorization-request'> {
  const { title, why, fix, specs, announcedBy, words, missing, isMet } = requirement;
  return defineCheck({
    title,
    severity: 'error',
    owner: 'client',
    basis: 'observed',
    effect: 'request-fails',
    why,
    fix,
    specs,
    explains: [
      'authz-error-invalid-request',
      'authz-error-invalid-request-object',
      'authz-error-unauthorized-client',
      'error-page-shown',
    ],
    subject: 'authorization-request',
    *check(request, flow) {
      if (!startsFlow(request, flow) || isMet(request)) return;
      const refusal = refusalText(flow);
      const isSaid = words.test(refusal);
      const isAnnounced = flow.metadata?.metadata?.[announcedBy] === true;
      if (refusal === '' || !(isSaid || (isAnnounced && !OTHER_REASON.test(refusal)))) return;
      const announced = isAnnounced
        ? `, and the metadata of the server has ${announcedBy}: true`
        : '';
      yield {
        at: parameter('request_uri'),
        observed: `The request has no ${missing}${announced}. The server refused it: ${quotedRefusal(refusal)}.`,
        certainty: isSaid ? 'certain' : 'likely',
      };
    },
  });
}
