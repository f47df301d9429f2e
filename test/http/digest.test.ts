import { expect, it } from 'vitest';
import { hmacOf, leftHalf } from '../../src/http/digest.ts';

it('halves the hash as the examples of OpenID Connect Core appendix A do', () => {
  const token = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y';
  expect(leftHalf(256, token)).toBe('77QmUPtjPfzWtF2AnpK9RQ');
  expect(leftHalf(384, token)).toHaveLength(32);
  expect(leftHalf(512, token)).toHaveLength(43);
});

it('makes the HMAC of RFC 4231 section 4.3', () => {
  expect(hmacOf(256, 'Jefe', 'what do ya want for nothing?')).toBe(
    'W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM',
  );
});
