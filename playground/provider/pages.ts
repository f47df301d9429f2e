import { htmlPage } from '../html.ts';

/** Context of oidc-provider's pages, which are served without their external font. */
interface Context {
  body: string;
}

/** Asks whether to log out (OpenID Connect RP-Initiated Logout section 2). */
export async function askLogout(context: Context, form: string): Promise<void> {
  context.body = htmlPage({
    title: 'Sign out',
    body: `<h1>Do you want to sign out?</h1>
${form}
<button id="sign-out" type="submit" form="op.logoutForm" value="yes" name="logout">Sign out</button>`,
  });
}

/** Ends a logout that returns nowhere. */
export async function loggedOut(context: Context): Promise<void> {
  context.body = htmlPage({
    title: 'Signed out',
    data: { state: 'signed-out' },
    body: '<h1>You are signed out</h1>',
  });
}

/** Asks for the code that a device shows (RFC 8628 section 3.3). */
export async function askUserCode(context: Context, form: string): Promise<void> {
  context.body = htmlPage({
    title: 'Connect a device',
    body: `<h1>Which code does the device show?</h1>
${form}
<button type="submit" form="op.deviceInputForm">Continue</button>`,
  });
}

/** Asks whether the device that shows this code may log in. */
export async function askDevice(
  context: Context,
  form: string,
  _client: unknown,
  _device: unknown,
  userCode: string,
): Promise<void> {
  context.body = htmlPage({
    title: 'Connect a device',
    body: `<h1>Does the device show ${userCode}?</h1>
${form}
<button id="confirm-device" type="submit" form="op.deviceConfirmForm">Allow</button>`,
  });
}

/** Tells the user to go back to the device. */
export async function deviceConnected(context: Context): Promise<void> {
  context.body = htmlPage({
    title: 'Device connected',
    data: { state: 'device-connected' },
    body: '<h1>The device is connected</h1>',
  });
}
