/** A flow whose messages name no client. */
export const CLIENT_UNKNOWN = 'client unknown';

/** A flow whose messages show no authorization server. */
export const SERVER_UNKNOWN = 'server not recorded';
