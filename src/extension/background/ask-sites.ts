import browser, { type Permissions } from 'webextension-polyfill';
import { thisBrowser } from '../browsers/this-browser.ts';
import { missingAccess } from '../missing-access.ts';
import { parsed } from '../wire/parsed.ts';
import { SitesSchema } from '../wire/rehearsal-order.ts';
import { mayActIn, rememberGiven, siteAccess } from './site-access.ts';

/** In Firefox only pages like this one can ask for permissions, not the panel in DevTools. */
const allow = document.querySelector<HTMLButtonElement>('#allow');
const list = document.querySelector<HTMLUListElement>('#sites');
const state = document.querySelector<HTMLElement>('#state');

function sitesInUrl(): readonly string[] {
  try {
    return parsed(SitesSchema, JSON.parse(decodeURIComponent(location.hash.slice(1)))) ?? [];
  } catch {
    return [];
  }
}

const sites = sitesInUrl();
for (const site of sites) {
  const item = document.createElement('li');
  item.textContent = site;
  list?.append(item);
}

async function show(): Promise<void> {
  const on = await mayActIn(sites);
  const { all } = await siteAccess();
  const missing = missingAccess(all, sites, thisBrowser());
  if (allow) {
    allow.hidden = on || sites.length === 0;
    // Nothing may come before the question: browsers accept it only while they handle the press.
    allow.onclick = () => {
      void browser.permissions
        .request(missing as Permissions.Permissions)
        .then((given) => (given ? rememberGiven(missing) : undefined))
        .then(show, show);
    };
  }
  if (state)
    state.textContent = on
      ? 'Allowed. Go back to DevTools and switch the fault on.'
      : 'Not allowed.';
}
void show();
