import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changed } from './case-changes.ts';
import { cutDrafts, type Draft } from './case-draft.ts';

const FOLDER = join(import.meta.dirname, '../givens');
const HEADING = /^### given: (\S.*)$/;

/** The lines of every given in `test/givens/*.http`, by its name. */
const givens = new Map(
  readdirSync(FOLDER).flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8')
      .split(/^(?=###)/m)
      .filter((block) => block.trim() !== '')
      .map((block): [string, readonly string[]] => {
        const [heading = '', ...lines] = block.split(/\r?\n/);
        const name = HEADING.exec(heading)?.[1];
        if (name === undefined) throw new Error(`a given starts with "### given: …": ${heading}`);
        return [name, lines];
      }),
  ),
);

/** The exchanges that lines describe. `# given …` inserts the exchanges of the given, changed. */
export function readDrafts(lines: readonly string[]): readonly Draft[] {
  return cutDrafts(lines).flatMap((draft) => {
    const { given, others } = split(draft);
    if (given === undefined) return [draft];
    const known = givens.get(given);
    if (!known) throw new Error(`there is no given ${given}`);
    const drafts = readDrafts(known);
    const last = drafts.at(-1);
    if (!last) throw new Error(`the given ${given} is empty`);
    const directives = new Map([...last.directives, ...others]);
    return [...drafts.slice(0, -1), { directives, lines: changed(last.lines, draft.lines) }];
  });
}

function split({ directives }: Draft): {
  readonly given: string | undefined;
  readonly others: ReadonlyMap<string, string>;
} {
  const others = new Map(directives);
  others.delete('given');
  return { given: directives.get('given'), others };
}
