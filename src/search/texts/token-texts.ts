import { tokensOf } from '../../oauth/message-tokens.ts';
import { type JsonObject, jsonText } from '../../oauth/values/json.ts';
import { viewToken } from '../../oauth/values/jwt.ts';
import type { MessageTexts, SearchText } from '../search-text.ts';

function* membersOf(object: JsonObject): Iterable<SearchText> {
  for (const [name, value] of Object.entries(object)) {
    const text = typeof value === 'string' ? value : jsonText(value);
    yield { place: 'token', name, forms: [text] };
  }
}

/** The headers and claims of the tokens, assertions and proofs of the message. */
const texts: MessageTexts = {
  order: 30,
  *texts(message) {
    for (const { text } of tokensOf(message)) {
      const view = viewToken(text);
      if (view.kind === 'encrypted') yield* membersOf(view.header);
      if (view.kind !== 'jwt') continue;
      yield* membersOf(view.jwt.header);
      yield* membersOf(view.jwt.claims);
    }
  },
};

export default texts;
