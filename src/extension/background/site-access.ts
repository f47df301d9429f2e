import browser, { type Permissions } from 'webextension-polyfill';
import { coversAll } from '../../rehearsal/site-patterns.ts';
import { parsed } from '../wire/parsed.ts';
import { type Given, GivenSchema, type SiteAccess } from '../wire/rehearsal-order.ts';
import { isAllowed, recordingPermission } from './permission.ts';

/** Where it is stored what rehearsals have asked for. */
const KEY = 'rehearsal-access';
const NOTHING: Given = { permissions: [], origins: [] };

/** Everything that the extension may do now. */
async function allAccess(): Promise<Given> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return { permissions, origins };
}

async function asked(): Promise<Given> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return parsed(GivenSchema, stored) ?? NOTHING;
}

/** Which sites rules may act in, and what of it rehearsals asked for. */
export async function siteAccess(): Promise<SiteAccess> {
  const [all, own] = await Promise.all([allAccess(), asked()]);
  return { all, own: bothOf(own, all) };
}

/** Whether rules may act in these sites. */
export async function mayActIn(sites: readonly string[]): Promise<boolean> {
  return coversAll((await allAccess()).origins, sites);
}

/** Remembers what the user gave to rehearsals, to give it back later. */
export async function rememberGiven({ permissions, origins }: Given): Promise<void> {
  const before = await asked();
  const own: Given = {
    permissions: [...new Set([...before.permissions, ...permissions])],
    origins: [...new Set([...before.origins, ...origins])],
  };
  await browser.storage.local.set({ [KEY]: own });
}

/** Gives back what rehearsals asked for. What the recorder uses stays while it is on. */
export async function giveBack(): Promise<void> {
  const { own } = await siteAccess();
  const kept = (await isAllowed()) ? (recordingPermission().permissions ?? []) : [];
  const permissions = own.permissions.filter((one) => !kept.some((other) => other === one));
  await browser.storage.local.remove(KEY);
  await browser.permissions.remove({
    permissions,
    origins: own.origins,
  } as Permissions.Permissions);
}

function bothOf(one: Given, other: Given): Given {
  return {
    permissions: one.permissions.filter((name) => other.permissions.includes(name)),
    origins: one.origins.filter((pattern) => other.origins.includes(pattern)),
  };
}
