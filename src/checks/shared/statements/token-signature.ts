import { defineStatement } from '../define-statement.ts';

/** The application cannot verify the signature of the token. */
export default defineStatement({
  forms: [
    /\b(?:invalid|bad|wrong)[ _]signature\b|\bsignature\b.{0,30}\b(?:verif|valid)\w*.{0,20}\b(?:failed|error)\b|\bSignatureException\b|\bsignature does not match\b|\bsignature (?:is )?invalid\b/i,
    /\b(?:failed|unable|could not|cannot)\b.{0,10}\b(?:to )?(?:verify|validate)\b.{0,30}\bsignature\b/i,
    /\bno (?:matching|applicable|valid|suitable)\b.{0,15}\bkeys?\b|\bkid\b.{0,30}\b(?:not found|unknown|match)\b|\b(?:signing|verification|public) key\b.{0,30}\b(?:not found|that matches)\b|\bUnable to match key\b/i,
    /\bIDX105(?:00|01|03|11)\b|\bunexpected JWT alg\b|\bAnother algorithm expected\b|\balg(?:orithm)?\b.{0,30}\b(?:not allowed|invalid|unsupported|mismatch)\b|\binvalid[ _]alg(?:orithm)?\b/i,
  ],
  unseen: true,
  means: ({ server }) => ({
    title: 'The application cannot verify the signature of the token',
    says: '',
    fix: `Let the application read the keys (jwks_uri) of the very issuer of the token at ${server}, fetch them again when a kid is new, and allow the alg of the token's header. Do not verify access tokens that are meant for another API.`,
  }),
});
