import { until } from '../../playground/browsers/poll.ts';
import type { PanelDriver } from '../../playground/browsers/types.ts';

const SHOW = (title: string): string => `(() => {
  const tab = [...document.querySelectorAll('[role="tab"]')].find((one) => one.textContent === '${title}');
  tab?.click();
  return Boolean(tab);
})()`;
const LAST_FLOW = `[...document.querySelectorAll('[data-testid="flow"]')].at(-1)?.click()`;
const HAS_BAR = `document.querySelector('[data-testid="rehearsal-bar"]') !== null`;

/** The view that switches faults on, as its user presses it. */
export class RehearsePanel {
  #panel: PanelDriver;

  constructor(panel: PanelDriver) {
    this.#panel = panel;
  }

  #read<T>(script: string): Promise<T> {
    return this.#panel.evaluate<T>(script);
  }

  async askForView(): Promise<void> {
    await this.#panel.click('[data-testid="settings"]');
    await this.#panel.click('[data-testid="rehearse-setting"]');
    await this.#panel.click('dialog[open] .dialog-head button');
  }

  async open(): Promise<void> {
    await until('the view', async () => {
      await this.#read(LAST_FLOW);
      await this.#read(SHOW('Rehearse'));
      return this.#read<boolean>(`document.querySelector('.rehearse .fault') !== null`);
    });
  }

  /** Why the fault is not offered for the last flow; null when it is. */
  async greyOf(fault: string): Promise<string | null> {
    await this.open();
    return this.#read<string | null>(
      `document.querySelector('.grey-faults [data-fault="${fault}"]')?.textContent ?? null`,
    );
  }

  /** Switches a fault on. With `fast`, it may be over before it is seen. */
  async switchOn(fault: string): Promise<void> {
    await this.open();
    await this.#panel.click(`[data-fault="${fault}"] button[role="switch"]`);
  }

  /** Shows the steps of a flow, which other functions read. */
  async showSteps(): Promise<void> {
    await this.#read(SHOW('Sequence'));
  }

  async stop(): Promise<void> {
    if (await this.#read<boolean>(HAS_BAR))
      await this.#panel.click('[data-testid="rehearsal-stop"]');
  }

  bar(): Promise<string> {
    return this.#read<string>(
      `document.querySelector('[data-testid="rehearsal-bar"]')?.textContent ?? ''`,
    );
  }

  /** Waits until nothing is switched on. */
  async over(): Promise<void> {
    await until('the end of the rehearsal', async () => !(await this.#read<boolean>(HAS_BAR)));
  }

  /** Waits until a message of any flow has that mark. */
  async marked(mark: string): Promise<void> {
    let next = 0;
    await until(`the mark ${mark}`, async () => {
      const isShown = await this.#read<boolean>(
        `[...document.querySelectorAll('.chip.sender')].some((one) => one.textContent === '${mark}')`,
      );
      // What is shown now may not be drawn yet. The same flow is then shown again in the next round.
      if (!isShown)
        await this.#read(`(() => {
          const rows = document.querySelectorAll('[data-testid="flow"]');
          rows[${next} % (rows.length || 1)]?.click();
        })()`);
      next += 1;
      return isShown;
    });
  }

  counts(): Promise<string> {
    return this.#read<string>(
      `document.querySelector('[data-testid="counts"]')?.textContent ?? ''`,
    );
  }
}
