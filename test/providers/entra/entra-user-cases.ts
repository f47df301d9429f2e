import type { ErrorCase } from '../../helpers/provider-cases.ts';

/** Errors about users, consents and policies, and of Microsoft Graph. */
export const userCases: readonly ErrorCase[] = [
  {
    about: 'consent',
    text: "AADSTS65001: The user or administrator has not consented to use the application with ID 'a1' named 'app'.",
    unlike: 'AADSTS650011: Something else.',
  },
  {
    about: 'consent',
    text: 'AADSTS90094: Admin consent is required for the permissions requested by this application.',
  },
  { about: 'consent', text: 'AADSTS65004: User declined to consent to access the app.' },
  {
    about: 'consent',
    text: "AADSTS650057: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.",
  },
  {
    about: 'consent',
    text: 'AADSTS650052: The app needs access to a service that your organization has not subscribed to or enabled.',
  },
  {
    about: 'policy',
    text: 'AADSTS50105: The signed in user is not assigned to a role for the application.',
  },
  {
    about: 'user',
    text: "AADSTS50020: User account 'ann@example.com' from identity provider 'live.com' does not exist in tenant 'Contoso'.",
  },
  { about: 'user', text: 'AADSTS50057: The user account is disabled.' },
  {
    about: 'user',
    text: 'AADSTS50053: The account is locked, you’ve tried to sign in too many times.',
  },
  {
    about: 'user',
    text: 'AADSTS50126: Error validating credentials due to invalid username or password.',
  },
  {
    about: 'policy',
    text: 'AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication to access a1.',
  },
  {
    about: 'policy',
    text: 'AADSTS53000: Your device is required to be managed to access this resource.',
  },
  {
    about: 'policy',
    text: 'AADSTS53003: Access has been blocked by Conditional Access policies.',
  },
  { about: 'policy', text: "AADSTS500021: Access to 'Contoso' tenant is denied." },
  {
    about: 'user',
    text: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
  },
  {
    about: 'upstream',
    text: 'AADSTS40008: There was an unexpected, non-retryable error from the external identity provider.',
  },
  {
    about: 'server-error',
    text: 'AADSTS90033: A transient error has occurred. Please try again.',
  },
  {
    about: 'logout-parameters',
    text: 'AADSTS50061: Sign out has failed. Received an invalid sign-out request.',
  },
  {
    about: 'token',
    at: 'api-call',
    url: 'https://graph.microsoft.com/v1.0/me',
    text: 'code InvalidAuthenticationToken\nmessage Access token validation failure. Invalid audience.',
    unlike: 'code InvalidAuthenticationToken\nmessage Access token is empty.',
  },
  {
    about: 'token',
    at: 'api-call',
    url: 'https://graph.microsoft.com/v1.0/me',
    text: 'code InvalidAuthenticationToken\nmessage Lifetime validation failed, the token is expired.',
  },
  {
    about: 'scope',
    at: 'api-call',
    url: 'https://graph.microsoft.com/v1.0/users',
    text: 'code Authorization_RequestDenied\nmessage Insufficient privileges to complete the operation.',
  },
];
