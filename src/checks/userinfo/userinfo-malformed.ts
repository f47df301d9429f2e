import { headerValue } from '../../http/headers.ts';
import { essence } from '../../http/media-type.ts';
import { withoutQuery } from '../../http/url.ts';
import { userinfoAnswer } from '../../oauth/documents/userinfo-answer.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { BODY, cannotTell, defineCheck, member, oidc } from '../check.ts';

const LOST = 'The answer has no sub, and its status was not recorded: it may be a refusal.';

export default defineCheck({
  title: 'UserInfo response is not usable',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The answer has to be a JSON object, or a JWT, and has to say in sub who it is about.',
  fix: 'Have the server answer JSON with sub, or read the profile from where this server provides it.',
  specs: [oidc('5.3')],
  subject: 'userinfo-request',
  *check({ exchange }, { metadata, request }) {
    const answer = exchange.response;
    if (!answer || exchange.delivered === false) return;
    if (answer.status !== null && answer.status !== 200) return;
    const url = withoutQuery(exchange.request.url);
    const named = stringMember(metadata?.metadata ?? null, 'userinfo_endpoint') === url;
    const openid = request?.effective('scope')?.split(/\s+/).includes('openid') === true;
    // Profile endpoints of plain OAuth servers do not need sub.
    if (!named && !openid) return;
    const { form, claims } = userinfoAnswer(exchange);
    if (form === 'unknown') {
      yield cannotTell('The body of the UserInfo response was not recorded.');
      return;
    }
    const type = headerValue(answer.headers, 'content-type');
    const isJwt = form === 'jwt' || form === 'encrypted';
    if (isJwt && essence(type) === 'application/jwt') return;
    const json = form === 'json' ? claims : null;
    if (answer.status === null) {
      if (!stringMember(json, 'sub') && bearerChallenge(exchange) === null) yield cannotTell(LOST);
      return;
    }
    if (!json) {
      const observed = `The body is not a JSON object${type ? `; Content-Type is ${quote(type, 60)}` : ''}.`;
      yield { at: BODY, observed, expected: 'A JSON object with sub' };
    } else if (typeof json.sub !== 'string' || json.sub === '') {
      const names = Object.keys(json)
        .slice(0, 10)
        .map((name) => quote(name, 40));
      const observed = `The answer has ${names.length > 0 ? list(names) : 'no members'}, but no sub.`;
      yield { at: member('sub'), observed, expected: 'A member sub' };
    }
  },
});
