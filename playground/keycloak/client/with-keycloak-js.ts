import Keycloak from 'keycloak-js';
import { callback, loggedOut, settings, silentCallback } from './settings.ts';

/** Runs one step of a scenario with keycloak-js. Null when the tab goes elsewhere. */
export async function runWithKeycloakJs(name: string): Promise<string | null> {
  const { server: url, realm, clients } = settings;
  const keycloak = new Keycloak({ url, realm, clientId: clients.spa });
  if (/^(?:status-iframe|check-sso-anonymous)$/.test(name) || location.pathname === '/again') {
    await keycloak.init({
      onLoad: 'check-sso',
      silentCheckSsoRedirectUri: silentCallback,
      checkLoginIframe: name !== 'check-sso-anonymous',
    });
    return keycloak.authenticated ? 'Logged in without being asked.' : 'Nobody is logged in.';
  }
  if (name === 'brokered-login-hint' && location.pathname === '/') {
    await keycloak.init({ redirectUri: callback });
    await keycloak.login({ redirectUri: callback, idpHint: 'upstream-on-this-host' });
    return null;
  }
  const authenticated = await keycloak.init({ onLoad: 'login-required', redirectUri: callback });
  return authenticated ? afterLogin(keycloak, name) : null;
}

async function afterLogin(keycloak: Keycloak, name: string): Promise<string | null> {
  if (name === 'check-sso') {
    location.assign('/again');
    return null;
  }
  if (name === 'logout') {
    await keycloak.logout({ redirectUri: loggedOut });
    return null;
  }
  await keycloak.loadUserInfo();
  if (name === 'login-keycloak-js') await keycloak.updateToken(-1);
  return `Logged in as ${keycloak.tokenParsed?.name}.`;
}
