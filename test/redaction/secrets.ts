import fc from 'fast-check';

export const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Secrets as servers make them, and secrets with every character that an encoding changes. */
export const secret = fc
  .string({
    unit: fc.constantFrom(...'abcdefghijkLMNOPQRSTuvwxyz0123456789-_.~+/ =&%"\'<>\\é€😀'),
    minLength: 14,
    maxLength: 60,
  })
  .map((tail) => `s3${tail}Zq`)
  .filter((value) => new Set(value).size >= 8 && !/^\s|\s$/.test(value));
