import browser from 'webextension-polyfill';
import { isAllowed, recordingPermission } from './permission.ts';

/** In Firefox only pages like this one can ask for permissions, not the panel in DevTools. */
const allow = document.querySelector<HTMLButtonElement>('#allow');
const stop = document.querySelector<HTMLButtonElement>('#stop');
const state = document.querySelector<HTMLElement>('#state');

async function show(): Promise<void> {
  const on = await isAllowed();
  if (allow) allow.hidden = on;
  if (stop) stop.hidden = !on;
  if (state) {
    state.textContent = on
      ? 'Allowed. Go back to DevTools, and repeat the login.'
      : 'Not allowed. Grantscope records what DevTools deliver.';
  }
}

allow?.addEventListener('click', () => {
  // Without any delay, because browsers only accept this while they handle the press.
  void browser.permissions.request(recordingPermission()).then(show, show);
});
stop?.addEventListener('click', () => {
  void browser.permissions.remove(recordingPermission()).then(show, show);
});
void show();
