import { type JsonObject, mapTemplates, readToken } from './case-values.ts';

/** Changes one member of a JSON body, which may contain `{{…}}`. Null removes the member. */
export function changeMember(body: string, name: string, value: string | null): string {
  const expressions: string[] = [];
  const sealed = mapTemplates(body, (one) => `TEMPLATE-${expressions.push(one) - 1}.`);
  const json = JSON.stringify(withMember(JSON.parse(sealed), name, value));
  return json.replace(/TEMPLATE-(\d+)\./g, (_, index) => `{{${expressions[Number(index)]}}}`);
}

/** Changes one claim, or one member of the header (`jose`), of every `{{jwt …}}` in a text. */
export function changeTokens(
  text: string,
  part: 'claim' | 'jose',
  name: string,
  value: string | null,
): string {
  return mapTemplates(text, (expression) => {
    if (!expression.startsWith('jwt ')) return `{{${expression}}}`;
    const { claims, header } = readToken(expression.slice('jwt '.length));
    const parts =
      part === 'claim'
        ? [withMember(claims, name, value), header]
        : [claims, withMember(header, name, value)];
    return `{{jwt ${parts.map((one) => JSON.stringify(one)).join(' ')}}}`;
  });
}

function withMember(json: JsonObject, name: string, value: string | null): JsonObject {
  const others = Object.entries(json).filter(([key]) => key !== name || value !== null);
  return {
    ...Object.fromEntries(others),
    ...(value === null ? {} : { [name]: JSON.parse(value) }),
  };
}
