import { until } from '../../../playground/browsers/poll.ts';
import { readRecorded } from '../../endurance/recorded.ts';
import { type EnduranceSite, startEnduranceSite } from '../../endurance/site.ts';
import type { Part } from '../line.ts';
import { type LiveDevtools, type Mode, openLive } from '../live-devtools.ts';

const LOGINS = 100;
/** Milliseconds that the page stays after its login. A page that leaves at once takes its bodies along. */
const STAYS = 800;
const LIMITS = { ours: 10, recorder: 1 } as const;

async function login({ tab }: LiveDevtools, site: EnduranceSite): Promise<void> {
  const before = site.redeemed.length;
  await tab.goto(`${site.origin}/login`);
  await until('the end of the login', async () => {
    const done = await tab.evaluate('document.documentElement.dataset.login');
    return site.redeemed.length > before && done === site.redeemed.at(-1)?.code;
  });
  await new Promise((resolve) => setTimeout(resolve, STAYS));
}

/** Token responses that could not be read, because the page rewrote its URL right after each. */
async function lost(mode: Mode, folder: string): Promise<number> {
  const site = await startEnduranceSite();
  const devtools = await openLive(mode, folder, `${site.origin}/`);
  const whole = async () => {
    const { codes } = await readRecorded(devtools.session);
    return codes.filter(([, answer]) => answer === 'whole').length;
  };
  try {
    for (let count = 0; count < LOGINS; count += 1) await login(devtools, site);
    await until('all responses', async () => (await whole()) === LOGINS).catch(() => undefined);
    return LOGINS - (await whole());
  } finally {
    await devtools.close();
    await site.close();
  }
}

const part: Part = async (folder) => {
  const lines = [];
  for (const mode of ['ours', 'recorder'] as const) {
    const what = `token responses lost of ${LOGINS} when the page calls replaceState at once (${mode})`;
    lines.push({ what, value: await lost(mode, folder), limit: LIMITS[mode], unit: '' as const });
  }
  return lines;
};
export default part;
