import type { Part } from './line.ts';

const parts = import.meta.glob<Part>('./parts/*.ts', { import: 'default' });

/** Runs one part of the measurements in a real browser and prints its lines as JSON. */
const [name = '', folder = ''] = process.argv.slice(2);
if (name === 'names') {
  const names = Object.keys(parts).map((path) => path.replace(/^.*\/|\.ts$/g, ''));
  console.log(JSON.stringify(names));
} else {
  const load = parts[`./parts/${name}.ts`];
  if (!load) throw new Error(`no such part: ${name}`);
  console.log(JSON.stringify(await (await load())(folder)));
}
