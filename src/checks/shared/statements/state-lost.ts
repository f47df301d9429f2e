import { defineStatement, type Said } from '../define-statement.ts';

/** The application compared the state with the one that it stored. */
export default defineStatement({
  forms: [
    /\bstate\b.{0,40}\b(?:mismatch|(?:does|did|do)(?: not|n.t) match|not match\w*|(?:is |was )?(?:missing|invalid|expired|not found|lost|unknown|null)|could not be (?:parsed|verified))\b/i,
    /\b(?:invalid|mismatch(?:ing|ed)?|missing|wrong|unexpected|unknown|unable to (?:verify|determine|unprotect))[ _"]{1,3}(?:(?:authorization|oauth|saved|stored|request|the|message\.)[ _"]{0,2})*state\b/i,
    /\bstate verification failed\b|\bverify authorization request state\b|\bauthorization_request_not_found\b|\bcorrelation failed\b/i,
    /\bcsrf[_ ](?:detected|state|warning|validation|token|check|verification)\b|\bvalid CSRF token\b|\bInvalidStateException\b|\bAuthState(?:Missing|Forbidden)\b|\bstate_mismatch\b/i,
  ],
  means(said) {
    return {
      title: 'The application does not recognise its own login',
      says: stateOf(said),
      fix: 'Keep what the login stores (cookie or session) until the callback: start and return under one host name, use SameSite=Lax (None with Secure for form_post), share sessions and keys between instances, and start each login anew instead of reloading the callback.',
    };
  },
});

/** Whether the state itself came back as it was sent. */
function stateOf({ flow }: Said): string {
  const sent = flow.request?.effective('state');
  if (sent === undefined) return '';
  return flow.responses.some(({ params }) => params.get('state') === sent)
    ? 'The state came back as it was sent, so the application no longer has the one that it stored.'
    : '';
}
