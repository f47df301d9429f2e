import type { BrowserSession } from '../browsers/types.ts';
import type { PageDriver } from '../page-driver.ts';
import { type Sight, watch } from '../play.ts';
import { type Account, accountOf, type Realm } from './realms.ts';
import type { KeycloakScenario, Person } from './scenario.ts';

/**
 * Least milliseconds on a page. Firefox does not record a page that is left faster, and no user
 * reads faster.
 */
const READING = 400;
const TIMEOUT = 60_000;

interface Visit {
  readonly page: PageDriver;
  readonly person: Person;
  account(realm: Realm): Account;
  readonly app: string;
  /** How often the login page was answered. */
  answered: number;
}

/** Presses a scenario's button and answers Keycloak's pages as a user does, to the end. */
export async function playWithKeycloak(
  { page, name: browser }: BrowserSession,
  scenario: KeycloakScenario,
  app: string,
): Promise<void> {
  const { name, person } = scenario;
  const { inTime, sight, until } = watch(page, name, TIMEOUT);
  const left = await sight();
  await inTime(page.goto(`${app}/`));
  const isStart = ({ ready, document, age }: Sight) =>
    ready && age > READING && document !== left?.document;
  await until((seen) => isStart(seen) || null);
  await inTime(page.click(`button[data-scenario="${name}"]`));
  const visit: Visit = {
    page,
    person,
    app,
    answered: 0,
    account: (realm) => accountOf(realm, name, browser),
  };
  let answered = '';
  await until(async (seen) => {
    if (!seen.ready || seen.age < READING || seen.document === answered) return null;
    if (hasEnded(seen, name)) return true;
    const answer = answers[seen.keycloakPage];
    if (!answer) return null;
    const pressed = answer(visit, seen).then(() => seen.document);
    answered = await inTime(pressed.catch(() => answered));
    return null;
  });
}

function hasEnded({ keycloakPage, state, scenario, uri }: Sight, name: string): boolean {
  if (keycloakPage === 'login-error') return true;
  return state === 'done' && scenario === name && !uri.endsWith('/silent');
}

type Answer = (visit: Visit, seen: Sight) => Promise<void>;

/** Answers by `data-page-id` of Keycloak's login theme. */
const answers: Readonly<Record<string, Answer>> = {
  'login-login': logIn,
  'login-login-oauth-grant': ({ page, person }) =>
    page.click(`[name="${person.refuses ? 'cancel' : 'accept'}"]`),
  'login-logout-confirm': ({ page }) => page.click('#kc-logout'),
  // The approval of a device ends here. The device asks again.
  'login-info': ({ page, app }) => page.goto(`${app}/device`),
};

async function logIn(visit: Visit, { uri }: Sight): Promise<void> {
  const { page, person } = visit;
  const first = visit.answered === 0;
  visit.answered += 1;
  if (person.through && first) return page.click(`#social-${person.through}`);
  const realm = uri.includes('/realms/upstream/') ? 'upstream' : 'app';
  const { username, password } = visit.account(realm);
  const values = { username, password: person.mistypes && first ? `${password}?` : password };
  await page.evaluate(`(() => {
    const form = document.querySelector('#kc-form-login');
    for (const [name, value] of Object.entries(${JSON.stringify(values)})) {
      const input = form.elements.namedItem(name);
      if (input) input.value = value;
    }
    return true;
  })()`);
  await page.click('#kc-login');
}
