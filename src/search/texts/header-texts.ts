import type { Header } from '../../http/exchange.ts';
import { samlMessages } from '../saml-messages.ts';
import type { MessageTexts, SearchText } from '../search-text.ts';
import { valueForms } from '../value-forms.ts';

/** What stands behind `Basic` in base64. */
function basicText(value: string): readonly string[] {
  const encoded = /^basic ([\w+/=-]+)$/i.exec(value.trim())?.[1];
  if (encoded === undefined) return [];
  try {
    return [atob(encoded)];
  } catch {
    return [];
  }
}

function* textsOf(
  place: SearchText['place'],
  headers: readonly Header[] | undefined,
): Iterable<SearchText> {
  for (const { name, value } of headers ?? []) {
    yield {
      place,
      name,
      forms: [...valueForms(value), ...basicText(value), ...samlMessages(value)],
    };
  }
}

/** The headers of the request and of the response. */
const texts: MessageTexts = {
  order: 40,
  *texts({ exchange: { request, response } }) {
    yield* textsOf('request header', request.headers);
    yield* textsOf('response header', response?.headers);
  },
};

export default texts;
