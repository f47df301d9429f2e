import { useState } from 'preact/hooks';
import {
  goodWord,
  REHEARSAL_HEADS,
  type RehearsalRow,
  rehearsalMarkdown,
} from '../../../../src/rehearsal/rehearsal-rows.ts';
import { copyText } from '../../actions/clipboard.ts';

/** What the application did with each fault of a run. */
export function RunTable({ rows }: { readonly rows: readonly RehearsalRow[] }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    setSaid((await copyText(rehearsalMarkdown(rows))) ? 'Copied.' : 'The browser did not copy it.');
  };
  return (
    <div class="run-table" data-testid="run-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard */}
      <section class="wide" aria-label="What the application did" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {REHEARSAL_HEADS.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index} data-good={String(row.isGood)}>
                <th scope="row">{row.title}</th>
                <td>{row.did}</td>
                <td>{goodWord(row)}</td>
                <td>{row.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="run-buttons">
        <button type="button" class="plain" onClick={() => void copy()}>
          Copy as Markdown
        </button>
        <span class="quiet" role="status">
          {said === '' ? 'Reports of this recording have the table too.' : said}
        </span>
      </p>
    </div>
  );
}
