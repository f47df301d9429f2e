import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { RESOURCE_CAPTION, resourceRows } from '../../../../src/conclusion/resource-rows.ts';
import { safeText } from '../../view/finding-text.ts';

const MAX_VALUE = 1_000;

/** Which API the token is for, at each place that says so; nothing when no place does. */
export function ResourceTable({ analysed: { flow } }: { readonly analysed: AnalysedFlow }) {
  const rows = resourceRows(flow);
  if (rows.length === 0) return null;
  const shown = (text: string): string => safeText(text.slice(0, MAX_VALUE), flow.messages);
  return (
    <section class="server-documents" aria-label={RESOURCE_CAPTION} data-testid="resource">
      <h2>{RESOURCE_CAPTION}</h2>
      <table class="pairs">
        <tbody>
          {rows.map(({ name, label, value, mark }) => (
            <tr key={name} data-place={name}>
              <th scope="row">{label}</th>
              <td class="what mono">{shown(value)}</td>
              <td class={mark === 'equal' ? 'note-cell quiet' : 'note-cell'}>{shown(mark)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
