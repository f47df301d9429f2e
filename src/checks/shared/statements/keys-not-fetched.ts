import { capitalised } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';

/** The application could not read the metadata or the keys of the server. */
export default defineStatement({
  forms: [
    /\bIDX2080[3-7]\b/,
    /\b(?:unable|failed|could not|couldn.t|cannot|error)\b.{0,25}\b(?:retriev|obtain|fetch|resolve|load|get|discover)\w*\b.{0,40}\b(?:JWK|JWKS|signing keys?|configuration|metadata|discovery|issuer|openid)\b/i,
  ],
  general: true,
  ofApi: true,
  unseen: true,
  means: ({ server, speaker }) => ({
    title: `${capitalised(speaker)} cannot read the metadata or keys of the server`,
    says: `So its request for the metadata or the keys of ${server} failed.`,
    fix: `Open the URL of the metadata where ${speaker} runs (curl -v): correct the issuer in its settings, or open the way to ${server} (DNS, firewall, proxy, certificate).`,
  }),
});
