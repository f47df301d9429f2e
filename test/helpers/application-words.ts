import type { FoundStatement } from '../../src/checks/shared/statement.ts';
import { findStatement } from '../../src/checks/shared/statement.ts';
import { snapshotOf } from './analyse.ts';
import { exchange } from './exchanges.ts';

/** What stands in the table for each kind of words. */
interface Row {
  readonly says: readonly string[];
  readonly found: FoundStatement;
}

const MAX_WORDING = 90;
const EXAMPLES = 4;

/** The words of applications, some of each kind, with what they mean at a server that is not named. */
export function applicationWords(
  wordings: Readonly<Record<string, readonly string[]>>,
): readonly Row[] {
  const url = 'https://as.example.com/authorize?client_id=app&response_type=code';
  const [analysed] = snapshotOf([exchange(0, { url })]).flows;
  if (!analysed) throw new Error('no flow');
  const flow = { ...analysed.flow, authorizationServer: null };
  const rows = new Map<string, { says: string[]; found: FoundStatement }>();
  for (const text of Object.values(wordings).flat()) {
    const found = findStatement(text, flow);
    if (!found || text.length > MAX_WORDING || text.includes('\n')) continue;
    const key = `${found.id} ${found.report.title}`;
    const row = rows.get(key) ?? { says: [], found };
    if (row.says.length < EXAMPLES) row.says.push(text);
    rows.set(key, row);
  }
  return [...rows.values()];
}
