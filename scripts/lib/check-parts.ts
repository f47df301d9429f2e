import { type Plugin, parseAst } from 'vite';

/** What of a check is only read by people: the rest of it can run, and judge, without. */
const PROSE = new Set(['why', 'fix', 'specs']);

/**
 * What a login is made of until the authorization server answers. Whoever has the tab open sees that
 * first; checks of what follows are there by then, or are waited for.
 */
const FIRST = new Set(['flow', 'authorization-request', 'interaction', 'landing', 'preflight']);

const CHECK = /\/src\/checks\/[^/]+\/[^/]+\.ts$/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** `export default someCheck({ … })`: the call, and where its object says what. */
interface Definition {
  readonly call: Span;
  readonly parts: readonly (Span & { readonly name: string })[];
  /** It is about messages only that come after the first ones of a login. */
  readonly later: boolean;
}

function definition(code: string, file: string): Definition {
  for (const node of parseAst(code).body) {
    if (node.type !== 'ExportDefaultDeclaration') continue;
    const call = node.declaration;
    const text = call.type === 'CallExpression' ? call.arguments[0] : undefined;
    if (text?.type !== 'ObjectExpression') break;
    const properties = text.properties.flatMap((property) =>
      property.type === 'Property' && property.key.type === 'Identifier'
        ? [{ name: property.key.name, property }]
        : [],
    );
    const subject = properties.find(({ name }) => name === 'subject')?.property.value;
    const subjects = subject?.type === 'ArrayExpression' ? subject.elements : [subject];
    return {
      call,
      parts: properties.map(({ name, property: { start, end } }) => ({ name, start, end })),
      later: subjects.every((one) => one?.type === 'Literal' && !FIRST.has(String(one.value))),
    };
  }
  throw new Error(`${file}: a check is the default export of one call with an object literal`);
}

/** What of a check is needed to show the first flow. Takes JavaScript. */
export function firstPart(code: string, file: string): string {
  const { parts, later } = definition(code, file);
  return parts.reduceRight((rest, { name, start, end }) => {
    const put = (text: string) => rest.slice(0, start) + text + rest.slice(end);
    if (PROSE.has(name)) return put(name === 'specs' ? 'specs: []' : `${name}: ''`);
    return name === 'check' && later ? put('later: true') : rest;
  }, code);
}

/** What the first part lacks; names that nothing uses any more fall away with their imports. */
export function secondPart(code: string, file: string): string {
  const { call, parts, later } = definition(code, file);
  const lacking = parts
    .filter(({ name }) => PROSE.has(name) || (name === 'check' && later))
    .map(({ start, end }) => code.slice(start, end));
  return `${code.slice(0, call.start)}{ ${lacking.join(', ')} }${code.slice(call.end)}`;
}

/**
 * Cuts every check in two, so that the panel can show a flow before it has loaded all of them:
 * `check.ts` is what that needs, `check.ts?rest` is the rest.
 */
export function checkParts(): Plugin {
  return {
    name: 'check-parts',
    enforce: 'post',
    transform(code, id) {
      const [file = '', query] = id.split('?');
      if (!CHECK.test(file.replaceAll('\\', '/'))) return null;
      return { code: (query === undefined ? firstPart : secondPart)(code, file), map: null };
    },
  };
}
