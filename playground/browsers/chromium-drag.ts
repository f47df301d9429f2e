import type { Frame, Page } from 'puppeteer-core';

/** Drags the mouse over an element of the panel from its beginning to its end. */
export async function dragOver(
  { panel, front }: { readonly panel: Frame; readonly front: Page },
  selector: string,
): Promise<void> {
  const element = await panel.waitForSelector(selector, { timeout: 10_000 });
  const box = await element?.boundingBox();
  if (!box) throw new Error(`${selector} is not on screen.`);
  await front.mouse.move(box.x + 2, box.y + 5);
  await front.mouse.down();
  await front.mouse.move(box.x + box.width - 3, box.y + box.height - 5, { steps: 8 });
  await front.mouse.up();
}
