// Moves the prose and the constant data of the extension out of its scripts. Browsers compile scripts,
// and a large part of these is texts of checks: as JSON they are only read.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

/** Shorter texts stay: a reference is hardly shorter. */
const MIN_TEXT = 8;

/** Scripts with fewer characters to move stay as they are: each more file delays the first flow. */
const MIN_SCRIPT = 20_000;

/**
 * A part of a script that is replaced by an entry of the JSON file.
 * `inside` are the values of a template, which may have parts of their own.
 * @typedef {{ start: number, end: number, data: unknown, as: 'value' | 'key' | 'spread' | 'template', inside: readonly { start: number, end: number }[] }} Part
 */

const NONE = Symbol('not constant');

/**
 * The value of an expression that is the same whenever it is evaluated.
 * @param {any} node
 * @returns {unknown}
 */
function constant(node) {
  if (node.type === 'Literal' && !node.regex && !node.bigint) return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0].value.cooked;
  if (node.type === 'UnaryExpression' && node.operator === '!' && node.argument.type === 'Literal')
    return !node.argument.value;
  if (node.type === 'ArrayExpression') {
    const values = node.elements.map((/** @type {any} */ one) => (one ? constant(one) : NONE));
    return values.includes(NONE) ? NONE : values;
  }
  if (node.type === 'ObjectExpression') {
    const members = node.properties.map(member);
    return members.includes(null) ? NONE : Object.fromEntries(members);
  }
  return NONE;
}

/**
 * A property with a constant name and value.
 * @param {any} node
 * @returns {readonly [string, unknown] | null}
 */
function member(node) {
  if (node.type !== 'Property' || node.computed || node.method || node.kind !== 'init') return null;
  const name = node.key.type === 'Identifier' ? node.key.name : node.key.value;
  const value = name === '__proto__' ? NONE : constant(node.value);
  return value === NONE ? null : [String(name), value];
}

/**
 * The parts of a script that can move, in the order of their start.
 * @param {string} code
 * @returns {readonly Part[]}
 */
function partsOf(code) {
  /** @type {Part[]} */
  const found = [];
  /** @param {any} node @param {boolean} once whether it is evaluated once, when the script is loaded */
  const visit = (node, once) => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const one of node) visit(one, once);
      return;
    }
    const { type, start, end } = node;
    if (type === undefined || type === 'TaggedTemplateExpression' || type === 'ImportExpression')
      return;
    if (type.startsWith('Import') || (type.startsWith('Export') && node.source)) return;
    if (type === 'ObjectExpression') return members(node, once);
    const isText = type === 'Literal' && typeof node.value === 'string';
    if (isText) found.push({ start, end, data: node.value, as: 'value', inside: [] });
    if (type === 'TemplateLiteral') {
      const texts = node.quasis.map((/** @type {any} */ { value }) => value.cooked);
      const inside = node.expressions;
      if (inside.length === 0) found.push({ start, end, data: texts[0], as: 'value', inside });
      else found.push({ start, end, data: texts, as: 'template', inside });
    }
    const data = once && type === 'ArrayExpression' ? constant(node) : NONE;
    if (data !== NONE) return void found.push({ start, end, data, as: 'value', inside: [] });
    const inFunction = /Function|Method|PropertyDefinition|StaticBlock/.test(type);
    for (const child of Object.values(node)) visit(child, once && !inFunction);
  };
  /** Constant properties beside each other move together. @param {any} node @param {boolean} once */
  const members = ({ properties }, once) => {
    /** @type {any[]} */
    let group = [];
    const close = () => {
      const entries = group.map((one) => /** @type {[string, unknown]} */ (member(one)));
      const [first] = group;
      const last = group.at(-1);
      const data = Object.fromEntries(entries);
      if (first) found.push({ start: first.start, end: last.end, data, as: 'spread', inside: [] });
      group = [];
    };
    for (const property of properties) {
      if (once && member(property)) {
        group.push(property);
        continue;
      }
      close();
      const { key, computed, shorthand, value, argument } = property;
      if (computed) visit(key, once);
      else if (key?.type === 'Literal' && typeof key.value === 'string' && !shorthand)
        found.push({ start: key.start, end: key.end, data: key.value, as: 'key', inside: [] });
      visit(value ?? argument, once);
    }
    close();
  };
  visit(parseAst(code), true);
  return found
    .filter(({ start, end }) => end - start >= MIN_TEXT + 2)
    .sort((a, b) => a.start - b.start);
}

/** @param {Part['as']} as @param {number} index @param {readonly string[]} values */
function reference(as, index, values) {
  if (as === 'template') return `__f(${[index, ...values].join(',')})`;
  if (as === 'spread') return `...__t[${index}]`;
  return as === 'key' ? `[__t[${index}]]` : `__t[${index}]`;
}

/**
 * The script without its texts, and the texts; null when there is little of them.
 * @param {string} code
 * @param {string} file the name of the JSON file beside the script
 */
export function withoutTexts(code, file) {
  const parts = partsOf(code);
  if (parts.reduce((sum, { start, end }) => sum + end - start, 0) < MIN_SCRIPT) return null;
  /** @param {number} from @param {number} to @returns {string} */
  const written = (from, to) => {
    let out = '';
    let at = from;
    parts.forEach(({ start, end, as, inside }, index) => {
      if (start < at || end > to) return;
      const values = inside.map((one) => written(one.start, one.end));
      const space = /[\w$]/.test(code[start - 1] ?? '') ? ' ' : '';
      out += `${code.slice(at, start)}${space}${reference(as, index, values)}`;
      at = end;
    });
    return out + code.slice(at, to);
  };
  // Workers of Firefox 153 refuse a static import of JSON.
  const load = `const __t=(await import("./${file}",{with:{type:"json"}})).default;`;
  const fill = 'const __f=(i,...v)=>__t[i].reduce((text,part,at)=>text+v[at-1]+part);';
  return {
    script: `${load}${fill}${written(0, code.length)}`,
    texts: JSON.stringify(parts.map(({ data }) => data)),
  };
}

/**
 * Scripts that the background, the devtools page or the panel loads at once. They wait for no other
 * file, so that the recorder and the frame of the panel are there first.
 * @param {string} folder
 */
function loadedAtOnce(folder) {
  const assets = join(folder, 'assets');
  const pages = ['panels/oauth/index.html', 'src/extension/devtools/devtools.html'];
  const named = pages.map((page) => readFileSync(join(folder, page), 'utf8')).join(' ');
  const first = readdirSync(assets).filter(
    (file) => file.startsWith('background.') || named.includes(`/${file}"`),
  );
  const reached = new Set(first);
  for (const file of reached) {
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(join(assets, file), 'utf8');
    for (const [, name] of code.matchAll(/(?:from|import)"\.\/([^"]+)"/g))
      if (name) reached.add(name);
  }
  return reached;
}

/**
 * Moves the texts of an unpacked extension into JSON files beside its scripts.
 * @param {string} folder
 */
export function moveTexts(folder) {
  const assets = join(folder, 'assets');
  const kept = loadedAtOnce(folder);
  for (const script of readdirSync(assets)) {
    if (!script.endsWith('.js') || kept.has(script)) continue;
    const file = script.replace(/\.js$/, '.json');
    const moved = withoutTexts(readFileSync(join(assets, script), 'utf8'), file);
    if (!moved) continue;
    writeFileSync(join(assets, script), moved.script);
    writeFileSync(join(assets, file), moved.texts);
  }
}
