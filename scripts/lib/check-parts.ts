import { join } from 'node:path';
import { type Plugin, parseAst, runnerImport } from 'vite';

type Index = typeof import('../../src/checks/index.ts');
type First = typeof import('../../src/checks/first.ts');

/** What of a check is only read by people: the rest of it can run, and judge, without. */
const PROSE = new Set(['why', 'fix', 'specs']);

const CHECK = /\/src\/checks\/([^/]+\/[^/]+\.ts)$/;
const INDEX = /\/src\/checks\/index\.ts$/;
const EVERY_CHECK = "'./*/*.ts'";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** `export default someCheck({ … })`: the call, and where its object says what. */
interface Definition {
  readonly call: Span;
  readonly parts: readonly (Span & { readonly name: string })[];
}

function definition(code: string, file: string): Definition {
  for (const node of parseAst(code).body) {
    if (node.type !== 'ExportDefaultDeclaration') continue;
    const call = node.declaration;
    const text = call.type === 'CallExpression' ? call.arguments[0] : undefined;
    if (text?.type !== 'ObjectExpression') break;
    const parts = text.properties.flatMap(({ type, start, end, ...property }) =>
      type === 'Property' && 'key' in property && property.key.type === 'Identifier'
        ? [{ name: property.key.name, start, end }]
        : [],
    );
    return { call, parts: parts.filter(({ name }) => PROSE.has(name)) };
  }
  throw new Error(`${file}: a check is the default export of one call with an object literal`);
}

/** A check without its prose. Takes JavaScript. */
export function withoutProse(code: string, file: string): string {
  return definition(code, file).parts.reduceRight((rest, { name, start, end }) => {
    const nothing = name === 'specs' ? 'specs: []' : `${name}: ''`;
    return rest.slice(0, start) + nothing + rest.slice(end);
  }, code);
}

/** The prose of a check; names that nothing uses any more fall away with their imports. */
export function onlyProse(code: string, file: string): string {
  const { call, parts } = definition(code, file);
  const prose = parts.map(({ start, end }) => code.slice(start, end)).join(', ');
  return `${code.slice(0, call.start)}{ ${prose} }${code.slice(call.end)}`;
}

/** Paths of the checks that the first messages of a login need, below `src/checks`. */
export async function firstChecks(root: string): Promise<ReadonlySet<string>> {
  const load = <T>(file: string) =>
    runnerImport<T>(join(root, 'src/checks', file), { configFile: false, logLevel: 'error' });
  const [{ module: index }, { module: first }] = await Promise.all([
    load<Index>('index.ts'),
    load<First>('first.ts'),
  ]);
  const needed = index.checks.filter(({ subject }) =>
    [subject].flat().some((one) => first.FIRST.has(one)),
  );
  return new Set(needed.map(({ stage, id }) => `${stage}/${id}.ts`));
}

/**
 * Cuts the checks in two, so that the panel can show a flow before it has loaded all of them: the
 * index has those of a login's first messages, without their prose; `?rest` is what that lacks.
 */
export function checkParts(root: string): Plugin[] {
  let first: ReadonlySet<string> = new Set();
  const pathOf = (id: string): string | undefined => CHECK.exec(id.replaceAll('\\', '/'))?.[1];
  return [
    {
      name: 'check-parts:index',
      enforce: 'pre',
      async buildStart() {
        first = await firstChecks(root);
      },
      transform(code, id) {
        if (!INDEX.test(id.replaceAll('\\', '/'))) return null;
        const paths = [...first].map((path) => `./${path}`);
        return { code: code.replace(EVERY_CHECK, JSON.stringify(paths)), map: null };
      },
    },
    {
      name: 'check-parts',
      enforce: 'post',
      transform(code, id) {
        const [file = '', query] = id.split('?');
        const path = pathOf(file);
        if (path === undefined || !first.has(path)) return null;
        return { code: (query === undefined ? withoutProse : onlyProse)(code, file), map: null };
      },
    },
  ];
}
