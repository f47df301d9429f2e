/** `creator.name` of the files that Grantscope writes. */
export const GRANTSCOPE = 'Grantscope';
