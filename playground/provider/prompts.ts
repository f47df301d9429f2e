import { interactionPolicy } from 'oidc-provider';

/** Prompts of oidc-provider, and `prompt=create` (Initiating User Registration 1.0). */
export function prompts() {
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'create', requestable: true }), 0);
  return policy;
}
