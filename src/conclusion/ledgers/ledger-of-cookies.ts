import { type CookieRow, type CookieState, cookieTable } from '../../flow/facts/cookie-rows.ts';
import type { CookieUse } from '../../flow/facts/cookie-uses.ts';
import type { Flow } from '../../flow/flow.ts';
import { cookieLossWord } from '../../words/cookie-losses.ts';
import { COOKIE_WORDS } from './cookie-states.ts';
import { type Ledger, type LedgerRow, ledgerOf, stepWords } from './ledger.ts';
import { shortAttributes } from './short-attributes.ts';

const BAD: ReadonlySet<CookieState> = new Set<CookieState>(['lost', 'refused', 'missing']);

/** Fewer rows than these are told one by one. */
const FEW = 3;
const MAX_NAMES = 10;

const UNSEEN = 'The recording shows no Cookie header, so nobody can tell which cookies came back.';

/** The cookies of an attempt in words: who set each, where it was sent, where it is missing and why. */
export function cookieLedger(flow: Flow): Ledger | null {
  const { rows, showsSent } = cookieTable(flow);
  const known = rows.filter(({ state }) => state !== 'earlier').map(rowOf);
  const earlier = rows.filter(({ state }) => state === 'earlier');
  const all = [...known, ...(earlier.length < FEW ? earlier.map(rowOf) : [rowOfMany(earlier)])];
  return ledgerOf('Cookies', all, showsSent ? null : UNSEEN);
}

/** Cookies that no recorded response set, of which most belong to other applications of the host. */
function rowOfMany(rows: readonly CookieRow[]): LedgerRow {
  const names = [...new Set(rows.map(({ name }) => name))];
  const left = names.length - MAX_NAMES;
  const [mark, word] = COOKIE_WORDS.earlier;
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return {
    mark,
    word,
    isBad: false,
    name: `${names.length} others`,
    form: null,
    text: `set before this flow, by responses that were not recorded: ${shown}${left > 0 ? ` and ${left} more` : ''}`,
    lines: [],
  };
}

function rowOf(row: CookieRow): LedgerRow {
  const { name, host, state, settings, loss } = row;
  const [mark, word] = COOKIE_WORDS[state];
  const last = settings.at(-1);
  const set = last
    ? `set by ${last.visit.host} ${last.message === null ? 'before this flow' : `in ${stepWords([last.message])}`} (${shortAttributes(last)})`
    : null;
  const isStored = loss === null || row.uses.some(({ is }) => is === 'missing');
  return {
    mark,
    word,
    isBad: BAD.has(state),
    name: name === '' ? '(without a name)' : name,
    form: host,
    text: [
      ...(set === null ? [] : [set]),
      ...(isStored ? [] : [`not stored: ${cookieLossWord(loss)}`]),
      ...usesIn(row),
    ].join('; '),
    lines: [],
  };
}

function usesIn({ uses }: CookieRow): readonly string[] {
  const at = (is: CookieUse['is']) => uses.filter((use) => use.is === is);
  const where = (all: readonly CookieUse[]) => stepWords(all.map(({ message }) => message));
  const [sent, missing, unseen] = [at('sent'), at('missing'), at('unseen')];
  const reasons = [...new Set(missing.map(({ loss }) => cookieLossWord(loss ?? 'unknown')))];
  return [
    ...(sent.length === 0 ? [] : [`sent in ${where(sent)}`]),
    ...(missing.length === 0 ? [] : [`missing in ${where(missing)}: ${reasons.join('; ')}`]),
    ...(unseen.length === 0 ? [] : [`cannot tell in ${where(unseen)}`]),
  ];
}
