import { escapeHtml, htmlPage } from '../html.ts';

/** Milliseconds for which a page stays. Firefox keeps nothing of a page that leaves at once. */
const LOOK = 800;

/** A page that shows a picture, then sends the browser to the authorization server. */
export function welcomePage(picture: string, next: string): string {
  return htmlPage({
    title: 'Welcome',
    body: `<h1>Welcome</h1>
<img src="${escapeHtml(picture)}" alt="" hidden>
<script>
const next = ${inScript(next)};
const picture = document.querySelector('img');
const leave = () => setTimeout(() => location.assign(next), ${LOOK});
for (const type of ['load', 'error']) picture.addEventListener(type, leave);
</script>`,
  });
}

/** A page that removes a cookie, as a consent banner does with what it does not know. */
export function bannerPage(cookie: string, path: string, next: string): string {
  return htmlPage({
    title: 'Cookies',
    body: `<h1>We value your privacy</h1>
<script>
document.cookie = ${inScript(`${cookie}=; Path=${path}; Max-Age=0`)};
setTimeout(() => location.assign(${inScript(next)}), ${LOOK});
</script>`,
  });
}

const ROUNDS = 4;

/**
 * The page to which the app sends users after the login. It does not know them and begins the login
 * again, until it has done so a few times.
 */
export function homePage(scenario: string): string {
  return htmlPage({
    title: 'Not logged in',
    data: { scenario },
    body: `<h1>Not logged in</h1>
<output id="status" data-state="running">You are not logged in. Back to the login …</output>
<script>
const rounds = Number(sessionStorage.getItem('rounds')) + 1;
if (rounds < ${ROUNDS}) {
  sessionStorage.setItem('rounds', rounds);
  setTimeout(() => location.assign(${inScript(`/server/login?scenario=${scenario}`)}), ${LOOK});
} else {
  sessionStorage.removeItem('rounds');
  const status = document.querySelector('#status');
  status.textContent = 'The app gives up.';
  status.dataset.state = 'failed';
  document.documentElement.dataset.state = 'done';
}
</script>`,
  });
}

function inScript(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}
