import { type AlteredMember, alteredMembers } from '../../flow/facts/registered-members.ts';
import { isOk } from '../../http/status.ts';
import { defineCheck, member, rfc } from '../check.ts';
import { listedWords } from '../shared/listed-words.ts';

export default defineCheck({
  title: 'The server registered something else than the client asked for',
  severity: 'info',
  owner: 'client',
  basis: 'computed',
  why: 'A server may replace or leave out what a client asks for. The client has to go on with what came back; what is missing there is refused later.',
  fix: 'Use the values of the answer, or have the administrator of the server allow the missing ones.',
  specs: [rfc(7591, '3.2.1')],
  subject: 'registration-request',
  *check(message) {
    if (message.operation !== 'create' || !isOk(message.exchange.response)) return;
    for (const altered of alteredMembers(message)) {
      yield { at: member(altered.name), observed: wordsOf(altered) };
    }
  },
});

function wordsOf({ name, asked, registered }: AlteredMember): string {
  const left = registered.length === 0 ? 'nothing' : listedWords(registered);
  return `The client asked for ${listedWords(asked)} in ${name}, and the server registered ${left}.`;
}
