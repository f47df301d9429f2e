import { userinfoAnswer } from '../../../oauth/documents/userinfo-answer.ts';
import { stringMember } from '../../../oauth/values/json.ts';
import type { Flow } from '../../flow.ts';
import { type Comparison, compare, stepOf, valueAt } from '../comparison.ts';
import { idTokenJwt } from '../id-token.ts';
import { issuedBy } from '../token-use.ts';

/** `sub` of each UserInfo response with that of the ID token (OpenID Connect Core section 5.3.2). */
export default function compareSubjects(flow: Flow): readonly Comparison[] {
  return flow.messages.flatMap((message, step) => {
    if (message.kind !== 'userinfo-request' || message.token === null) return [];
    const actual = stringMember(userinfoAnswer(message.exchange).claims, 'sub');
    const issue = issuedBy(flow, message.token);
    const expected = stringMember((issue && idTokenJwt(issue)?.claims) ?? null, 'sub');
    if (actual === null || expected === null) return [];
    const left = valueAt({ step, part: 'member', name: 'sub' }, actual);
    return [
      compare(
        flow,
        left,
        valueAt({ step: stepOf(flow, issue), part: 'claim', name: 'sub' }, expected),
      ),
    ];
  });
}
