import { type FormPair, parseForm } from '../../http/form.ts';
import { jsonText } from './json.ts';

/** The parameters of one message, in the order and with the repetition in which they were sent. */
export interface Params {
  readonly pairs: readonly FormPair[];
  /** The first value of that name, decoded. */
  get(name: string): string | undefined;
  all(name: string): readonly string[];
  has(name: string): boolean;
}

/** Makes parameters from name-value pairs. */
export function paramsOf(pairs: readonly FormPair[]): Params {
  return {
    pairs,
    get: (name) => pairs.find((pair) => pair.name === name)?.value,
    all: (name) => pairs.filter((pair) => pair.name === name).map((pair) => pair.value),
    has: (name) => pairs.some((pair) => pair.name === name),
  };
}

/** Parameters of urlencoded text: a query, a fragment or a form body. */
export function formParams(text: string): Params {
  return paramsOf(parseForm(text));
}

/** The members of a JSON object as parameters; values that are not strings keep their JSON text. */
export function jsonParams(object: Readonly<Record<string, unknown>>): Params {
  return paramsOf(
    Object.entries(object).map(([name, value]) => {
      const text = typeof value === 'string' ? value : jsonText(value);
      return { name, value: text, raw: text };
    }),
  );
}

export const NO_PARAMS: Params = paramsOf([]);
