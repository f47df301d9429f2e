import { defineStatement } from '../define-statement.ts';

/** The application expects another issuer. */
export default defineStatement({
  forms: [
    /\b(?:unexpected|invalid|wrong|mismatch(?:ing|ed)?|incorrect)\b.{0,20}"?\b(?:iss|issuer)\b/i,
    /\b(?:iss|issuer)\b.{0,40}\b(?:mismatch|(?:did|does) not match|invalid|not match\w*|validation failed|not trusted|incorrect)\b/i,
    /\bIDX1020[45]\b|\bissued by a different provider\b|\bnot issued by expected\b/i,
  ],
  unseen: true,
  means: ({ server }) => ({
    title: 'The application expects another issuer than the token has',
    says: '',
    fix: `Set the issuer of the application to the value of "issuer" in the metadata of ${server}, character by character: scheme, host, path (tenant, realm, version) and slash at the end.`,
  }),
});
