import { defineStatement } from '../define-statement.ts';

/** The tokens came, and the call for the profile of the user failed. */
export default defineStatement({
  forms: [
    /\binvalid_user_info_response\b/i,
    /\b(?:unable|failed|could not|cannot|error)\b.{0,25}\b(?:fetch|retriev|get|obtain|load)\w*\b.{0,25}\b(?:user ?info|user profile|profile|user data)\b/i,
  ],
  unseen: true,
  means: ({ server }) => ({
    title: 'The application did not get the profile of the user',
    says: `So its UserInfo request to ${server} failed after the tokens had come.`,
    fix: 'Ask for the scopes of the profile (openid, profile, email), compare the URL of the UserInfo endpoint, and see in the log of the application what it answered.',
  }),
});
