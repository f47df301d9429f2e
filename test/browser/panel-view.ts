import { until } from '../../playground/browsers/poll.ts';
import type { PanelDriver } from '../../playground/browsers/types.ts';

/** What the panel shows of one flow. */
export interface PanelFlow {
  /** Whether its row names the client that was asked for. */
  readonly own: boolean;
  readonly outcome: string;
  readonly verdict: string;
  readonly cause: string | null;
  /** Message kinds in the order of the steps. */
  readonly kinds: readonly string[];
  readonly findings: readonly PanelFinding[];
}

interface PanelFinding {
  readonly check: string;
  readonly severity: string;
  readonly title: string;
  /** Kind of the message at which it is shown. Null outside the steps. */
  readonly step: string | null;
}

/** Selects the flows one after the other, and reads them. */
const READ = `(async (client) => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const flows = [];
  for (const row of all('[data-testid="flow"]')) {
    const id = row.dataset.flowId;
    const shown = () => document.querySelector('[data-testid="flow"][data-flow-id="' + CSS.escape(id) + '"]');
    row.click();
    for (let waits = 0; waits < 100 && shown()?.getAttribute('aria-current') !== 'true'; waits += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const verdict = document.querySelector('[data-testid="verdict"]');
    flows.push({
      own: row.textContent.includes(client),
      outcome: shown()?.dataset.outcome ?? null,
      verdict: verdict?.innerText.trim() ?? '',
      cause: verdict?.dataset.cause || null,
      kinds: all('[data-testid="step"]').map((step) => step.dataset.kind),
      findings: all('[data-testid="finding"]').map((finding) => ({
        check: finding.dataset.check,
        severity: finding.dataset.severity,
        title: finding.querySelector('.title')?.textContent.trim() ?? '',
        step: finding.closest('[data-testid="step"]')?.dataset.kind ?? null,
      })),
    });
  }
  return flows;
})`;

/**
 * DevTools read their log once after they have opened. Firefox may lose what loads meanwhile. The
 * panel says afterwards that the page had loaded before.
 */
export function untilRecording(panel: PanelDriver): Promise<boolean> {
  return until('the recording to have begun', () =>
    panel.evaluate<boolean>(`document.querySelector('[data-kind="late-start"]') !== null`),
  );
}

/** The flows as the panel shows them now. Flows of the client are marked. */
function readFlows(panel: PanelDriver, client: string): Promise<readonly PanelFlow[]> {
  return panel.evaluate<readonly PanelFlow[]>(`${READ}(${JSON.stringify(client)})`);
}

/** Milliseconds. On a busy machine, Firefox's log is read late. It has what the events lost. */
const PATIENCE = 40_000;

/**
 * Waits until the panel's flows of that client satisfy the condition. The error says what they
 * were.
 */
export async function waitForFlows(
  panel: PanelDriver,
  client: string,
  accept: (flows: readonly PanelFlow[]) => boolean,
): Promise<readonly PanelFlow[]> {
  const own = (flows: readonly PanelFlow[]) => flows.filter((flow) => flow.own);
  return own(await waitForPanel(panel, client, (flows) => accept(own(flows))));
}

/** Waits until all flows of the panel satisfy the condition. Flows of the client are marked. */
export async function waitForPanel(
  panel: PanelDriver,
  client: string,
  accept: (flows: readonly PanelFlow[]) => boolean,
): Promise<readonly PanelFlow[]> {
  let last: readonly PanelFlow[] = [];
  const found = async (): Promise<boolean> => {
    last = await readFlows(panel, client);
    return accept(last);
  };
  try {
    await until(`the flows of ${client}`, found, PATIENCE);
  } catch (error) {
    throw new Error(`${String(error)}\nThe panel shows: ${JSON.stringify(last, null, 1)}`);
  }
  return last;
}

/** Empties the panel's list. */
export async function clearPanel(panel: PanelDriver): Promise<void> {
  await panel.click('[data-testid="clear"]');
  const empty = () =>
    panel.evaluate<boolean>(`document.querySelector('[data-testid="flow"]') === null`);
  await until('the empty panel', empty);
}
