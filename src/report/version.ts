/** The version of Grantscope, for files that say what wrote them. */
export const VERSION = '0.1.0';
