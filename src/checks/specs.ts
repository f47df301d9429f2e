import type { SpecLink } from './finding.ts';

type Letter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H';

/** `4.1.2` or `appendix B`. */
type RfcSection =
  | `${number}`
  | `${number}.${number}`
  | `${number}.${number}.${number}`
  | `${number}.${number}.${number}.${number}`
  | `appendix ${Letter}`;

/** A section or an appendix of an RFC. */
export function rfc(number: number, section: RfcSection): SpecLink {
  const [place, anchor] = section.startsWith('appendix ')
    ? [section, section.replace(' ', '-')]
    : [`section ${section}`, `section-${section}`];
  return {
    label: `RFC ${number} ${place}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}.html#${anchor}`,
  };
}

/** The anchors of OpenID Connect Core 1.0, which follow no rule. */
const OIDC_ANCHORS = {
  '2': 'IDToken',
  '3.1.2.1': 'AuthRequest',
  '3.1.2.2': 'AuthRequestValidation',
  '3.1.2.5': 'AuthResponse',
  '3.1.2.6': 'AuthError',
  '3.1.3.1': 'TokenRequest',
  '3.1.3.3': 'TokenResponse',
  '3.1.3.7': 'IDTokenValidation',
  '3.1.3.6': 'CodeIDToken',
  '3.2.2.1': 'ImplicitAuthRequest',
  '3.3.3.6': 'HybridIDToken2',
  '3.3.2.11': 'HybridIDToken',
  '4': 'ThirdPartyInitiatedLogin',
  '5.1': 'StandardClaims',
  '5.3': 'UserInfo',
  '5.4': 'ScopeClaims',
  '5.3.2': 'UserInfoResponse',
  '5.5': 'ClaimsParameter',
  '5.5.1.1': 'acrSemantics',
  '5.7': 'ClaimStability',
  '6.1': 'RequestObject',
  '10.1': 'Signing',
  '10.1.1': 'RotateSigKeys',
  '11': 'OfflineAccess',
  '12.2': 'RefreshTokenResponse',
  '9': 'ClientAuthentication',
  '15.5.2': 'NonceNotes',
} as const;

/** A section of OpenID Connect Core 1.0. To cite another section, add its anchor to the table. */
export function oidc(section: keyof typeof OIDC_ANCHORS): SpecLink {
  return {
    label: `OpenID Connect Core section ${section}`,
    url: `https://openid.net/specs/openid-connect-core-1_0.html#${OIDC_ANCHORS[section]}`,
  };
}

/** A named part of the Fetch standard. */
export function fetchStandard(name: string, anchor: string): SpecLink {
  return { label: `Fetch standard, ${name}`, url: `https://fetch.spec.whatwg.org/#${anchor}` };
}

/** The anchors of OpenID Connect Discovery 1.0. */
const DISCOVERY_ANCHORS = {
  '3': 'ProviderMetadata',
  '4': 'ProviderConfig',
  '4.2': 'ProviderConfigurationResponse',
  '4.3': 'ProviderConfigurationValidation',
} as const;

/** A section of OpenID Connect Discovery 1.0. */
export function oidcDiscovery(section: keyof typeof DISCOVERY_ANCHORS): SpecLink {
  return {
    label: `OpenID Connect Discovery section ${section}`,
    url: `https://openid.net/specs/openid-connect-discovery-1_0.html#${DISCOVERY_ANCHORS[section]}`,
  };
}

/** The anchors of OpenID Connect RP-Initiated Logout 1.0. */
const LOGOUT_ANCHORS = {
  '2': 'RPLogout',
  '3': 'RedirectionAfterLogout',
  '4': 'ErrorHandling',
} as const;

/** A section of OpenID Connect RP-Initiated Logout 1.0. */
export function rpLogout(section: keyof typeof LOGOUT_ANCHORS): SpecLink {
  return {
    label: `OpenID Connect RP-Initiated Logout section ${section}`,
    url: `https://openid.net/specs/openid-connect-rpinitiated-1_0.html#${LOGOUT_ANCHORS[section]}`,
  };
}
