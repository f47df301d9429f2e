import type { FormPair } from '../../http/form.ts';
import type { Message } from '../../oauth/message.ts';
import type { MessageTexts } from '../search-text.ts';
import { parameterForms } from '../value-forms.ts';

/** Also the parameters inside a request object, a pushed request or a JWT response. */
function pairsOf(message: Message): readonly FormPair[] {
  const { pairs } = message.params;
  if (message.kind === 'authorization-request') return [...pairs, ...(message.inner?.pairs ?? [])];
  if (message.kind !== 'authorization-response' || message.wire === message.params) return pairs;
  return [...message.wire.pairs, ...pairs];
}

/** The parameters with their decoded values. */
const texts: MessageTexts = {
  order: 20,
  *texts(message) {
    for (const { name, value, raw } of pairsOf(message)) {
      yield { place: 'parameter', name, forms: parameterForms(name, value, raw) };
    }
  },
};

export default texts;
