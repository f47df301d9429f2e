import auth0 from './auth0.ts';
import cognito from './cognito.ts';
import entra from './entra.ts';
import generic from './generic.ts';
import google from './google.ts';
import keycloak from './keycloak.ts';
import oidcProvider from './oidc-provider.ts';
import okta from './okta.ts';
import type { ErrorSignature, Provider } from './provider.ts';
import spring from './spring.ts';

/** Providers whose words are known; the generic phrases come last. */
const PROVIDERS: readonly Provider[] = [
  entra,
  google,
  auth0,
  okta,
  keycloak,
  cognito,
  oidcProvider,
  spring,
  generic,
];

/** A signature that was found, and where. */
export interface SignatureMatch {
  readonly provider: Provider;
  readonly signature: ErrorSignature;
  /** The line that it stands in; empty for one of the URL. */
  readonly line: string;
}

const MAX_LINE = 300;

/**
 * The first signature of an error in what a server shows: by the provider that the URL names, then
 * by the others' unmistakable words, then by phrases that many use. What says only that there is an
 * error comes last.
 */
export function findSignature(url: string, text: string): SignatureMatch | null {
  const matches = PROVIDERS.map((provider) => ({ provider, own: provider.url?.test(url) ?? false }))
    .sort((a, b) => Number(b.own) - Number(a.own))
    .flatMap(({ provider }) => provider.signatures.map((signature) => ({ provider, signature })))
    .filter(({ signature }) => signature.pattern.test(signature.in === 'url' ? url : text));
  const found = matches.find(({ signature }) => signature.about !== 'other') ?? matches[0];
  return found ? { ...found, line: lineOf(found.signature, text) } : null;
}

/** The provider that a URL belongs to, when its hosts or paths name it. */
export function providerOf(url: string): Provider | null {
  return PROVIDERS.find((provider) => provider.url?.test(url)) ?? null;
}

function lineOf({ pattern, in: place }: ErrorSignature, text: string): string {
  if (place === 'url') return '';
  const lines = text.split('\n');
  return (lines.find((line) => pattern.test(line)) ?? lines[0] ?? '').slice(0, MAX_LINE);
}
