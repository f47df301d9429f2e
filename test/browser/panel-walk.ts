import type { PanelDriver } from '../../playground/browsers/types.ts';

/** The content of one tab of one message. */
interface SeenTab {
  readonly step: string;
  readonly tab: string;
  readonly text: string;
}

/** Everything that a flow shows once it is opened. */
export interface SeenFlow {
  readonly verdict: string;
  readonly steps: readonly string[];
  readonly tabs: readonly SeenTab[];
  /** Text of the whole panel with every finding opened. */
  readonly text: string;
  /** Panes that could not be shown. */
  readonly broken: readonly string[];
  /** Elements that only markup from the network can create. */
  readonly foreign: readonly string[];
  /** Whether a script from the network ran. */
  readonly ran: boolean;
}

/** Opens the newest flow of a client, its findings, each of its messages and each of their tabs. */
const WALK = `(async (client) => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const drawn = async (isDrawn) => {
    for (let waits = 0; waits < 100 && !isDrawn(); waits += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const broken = new Set();
  const foreign = new Set();
  const look = () => {
    for (const one of all('.broken')) broken.add(one.textContent);
    for (const one of all('img, script:not([src]), iframe, object, [onerror]')) foreign.add(one.outerHTML.slice(0, 200));
  };
  const row = all('[data-testid="flow"]').findLast((one) => one.textContent.includes(client));
  row.click();
  await drawn(() => document.querySelector('[data-testid="flow"][aria-current="true"]')?.dataset.flowId === row.dataset.flowId);
  const select = async (name) => {
    const tab = all('[aria-label="Views of the flow"] [role="tab"]').find((one) => one.textContent === name);
    tab?.click();
    await drawn(() => !tab || tab.getAttribute('aria-selected') === 'true');
  };
  for (const view of all('[aria-label="Views of the flow"] [role="tab"]').map((tab) => tab.textContent)) {
    await select(view);
    await drawn(() => false);
    look();
  }
  await select('Sequence');
  await drawn(() => all('[data-testid="step"]').length > 0);
  for (const one of all('[data-testid="finding"] [aria-expanded="false"], .verdict [aria-expanded="false"]')) one.click();
  for (const one of all('details')) one.open = true;
  await drawn(() => false);
  look();
  const text = document.body.textContent;
  const verdict = document.querySelector('[data-testid="verdict"]')?.textContent ?? '';
  const steps = all('[data-testid="step"]').map((step) => step.dataset.kind);
  const tabs = [];
  for (let index = 0; index < steps.length; index += 1) {
    const step = all('[data-testid="step"]')[index];
    const button = step.querySelector('[data-step]');
    button.click();
    await drawn(() => button.getAttribute('aria-current') === 'true');
    await drawn(() => document.querySelector('[data-testid="detail"] [role="tab"]') !== null);
    const detail = document.querySelector('[data-testid="detail"]');
    const names = all('[role="tab"]', detail).map((tab) => tab.textContent);
    for (const name of names) {
      const tab = all('[role="tab"]', detail).find((one) => one.textContent === name);
      tab.click();
      await drawn(() => tab.getAttribute('aria-selected') === 'true');
      for (const reveal of all('[role="tabpanel"] [aria-pressed="false"]', detail).slice(0, 20)) reveal.click();
      await drawn(() => all('[role="tabpanel"] [aria-pressed="false"]', detail).length === 0 || name === 'Tokens');
      look();
      tabs.push({ step: steps[index], tab: name, text: detail.querySelector('[role="tabpanel"]').textContent.slice(0, 20000) });
    }
  }
  return { verdict, steps, tabs, text, broken: [...broken], foreign: [...foreign], ran: 'hostile' in window };
})`;

/** Reads all that the panel shows about the newest flow of a client. */
export function walkFlow(panel: PanelDriver, client: string): Promise<SeenFlow> {
  return panel.evaluate<SeenFlow>(`${WALK}(${JSON.stringify(client)})`);
}

/** Imports a file as if the user had picked it, without waiting for it. */
export async function importFile(
  panel: Pick<PanelDriver, 'evaluate'>,
  name: string,
  text: string,
): Promise<void> {
  await panel.evaluate(`(() => {
    const files = new DataTransfer();
    files.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    const input = document.querySelector('input[type="file"]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  })()`);
}
