import type { Body } from '../../http/exchange.ts';
import { parseForm } from '../../http/form.ts';
import { jsonText, parseJsonObject } from '../../oauth/values/json.ts';
import type { Params } from '../../oauth/values/params.ts';
import { samlMessages } from '../saml-messages.ts';
import type { MessageTexts, SearchText } from '../search-text.ts';
import { valueForms } from '../value-forms.ts';

/** Longer bodies are searched as they were sent. */
const LONGEST = 100_000;
const MOST_MEMBERS = 500;

/** What the JSON of a body says otherwise than its text: values with escapes, and encoded ones. */
function* decodedMembers(place: SearchText['place'], text: string): Iterable<SearchText> {
  if (text.length > LONGEST || !/[\\%]|"[\w+/=-]{16,}"/.test(text)) return;
  const members = Object.entries(parseJsonObject(text) ?? {}).slice(0, MOST_MEMBERS);
  for (const [name, value] of members) {
    const forms = valueForms(typeof value === 'string' ? value : jsonText(value));
    const otherwise = forms.filter((form) => !text.includes(form));
    if (otherwise.length > 0) yield { place, name, forms: otherwise };
  }
}

function* textsOf(place: SearchText['place'], body: Body | null | undefined) {
  if (!body || !('text' in body) || body.text === '') return;
  yield { place, name: '', forms: [body.text, ...samlMessages(body.text)] };
  yield* decodedMembers(place, body.text);
}

/** Whether the body is a form whose fields are the parameters. */
function isInParams(body: Body | null, params: Params): boolean {
  if (!body || !('text' in body) || body.text.length > LONGEST) return false;
  const fields = parseForm(body.text.trim());
  return fields.length > 0 && fields.every(({ name, value }) => params.all(name).includes(value));
}

/** The bodies. A form is left out, because its fields are searched as parameters. */
const texts: MessageTexts = {
  order: 50,
  *texts({ exchange: { request, response }, params }) {
    if (!isInParams(request.body, params)) yield* textsOf('request body', request.body);
    yield* textsOf('response body', response?.body);
  },
};

export default texts;
