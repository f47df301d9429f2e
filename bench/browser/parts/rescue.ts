import { findBrowsers } from '../../../playground/browsers/find.ts';
import { launchBrowser } from '../../../playground/browsers/launch.ts';
import { until } from '../../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../../playground/browsers/types.ts';
import { readRecorded, recordMore } from '../../endurance/recorded.ts';
import { type EnduranceSite, startEnduranceSite } from '../../endurance/site.ts';
import { folderOf } from '../built.ts';
import type { Part } from '../line.ts';

const LOGINS = 100;
/** Milliseconds that the page stays after its login. A page that leaves at once takes its bodies along. */
const STAYS = 800;
const LIMITS = { ours: 10, recorder: 1 } as const;

async function login({ page }: BrowserSession, site: EnduranceSite): Promise<void> {
  const before = site.redeemed.length;
  await page.goto(`${site.origin}/login`);
  await until('the end of the login', async () => {
    const done = await page.evaluate('document.documentElement.dataset.login');
    return site.redeemed.length > before && done === site.redeemed.at(-1)?.code;
  });
  await new Promise((resolve) => setTimeout(resolve, STAYS));
}

/** Token responses that could not be read, because the page rewrote its URL right after each. */
async function lost(name: BrowserName, mode: keyof typeof LIMITS, folder: string) {
  const site = await startEnduranceSite();
  const extension = folderOf(name, folder);
  const browser = await launchBrowser({ name, extension, agrees: true });
  const whole = async () => {
    const { codes } = await readRecorded(browser);
    return codes.filter(([, answer]) => answer === 'whole').length;
  };
  try {
    await browser.page.goto(`${site.origin}/`);
    await browser.openDevtools();
    await until('the recorder', () => readRecorded(browser), 30_000);
    if (mode === 'recorder') await recordMore(browser);
    await browser.page.goto(`${site.origin}/`);
    for (let count = 0; count < LOGINS; count += 1) await login(browser, site);
    await until('all responses', async () => (await whole()) === LOGINS).catch(() => undefined);
    return LOGINS - (await whole());
  } finally {
    await browser.close();
    await site.close();
  }
}

const part: Part = async (folder) => {
  const lines = [];
  for (const { name } of findBrowsers()) {
    for (const mode of ['ours', 'recorder'] as const) {
      const what = `token responses lost of ${LOGINS} in ${name} when the page calls replaceState at once (${mode})`;
      const value = await lost(name, mode, folder);
      lines.push({ what, value, limit: LIMITS[mode], unit: '' as const });
    }
  }
  return lines;
};
export default part;
