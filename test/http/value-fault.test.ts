import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/http/value-fault.ts';

describe('faultOf', () => {
  it.each([
    ['', 'empty'],
    ['undefined', 'empty variable'],
    ['null', 'empty variable'],
    ['None', 'empty variable'],
    ['[object Object]', 'object'],
    ['\u0024{CLIENT_ID}', 'placeholder'],
    ['{{client_id}}', 'placeholder'],
    ['https://\u0024{HOST}/cb', 'placeholder'],
    ['%OAUTH_CLIENT_ID%', 'placeholder'],
    ['$CLIENT_ID', 'placeholder'],
    ['process.env.CLIENT_ID', 'placeholder'],
    ['<your-client-id>', 'placeholder'],
    ['YOUR_CLIENT_ID', 'placeholder'],
    ['your-client-secret', 'placeholder'],
    ['insert client id here', 'placeholder'],
    ['my-client-id', 'placeholder'],
    ['"s6BhdRkqt3"', 'quotes'],
    ['s6BhdRkqt3"', 'quotes'],
    [' s6BhdRkqt3', 'white space'],
    ['s6BhdRkqt3\n', 'line break'],
  ])('%j: %s', (value, fault) => {
    expect(faultOf(value)).toBe(fault);
  });

  it.each([
    ['a client id', 's6BhdRkqt3'],
    ['a client id that is a URL', 'https://client.example.com/metadata.json'],
    ['a client id with the word in it', 'yourshop-web'],
    ['a name of an application', 'my-shop'],
    ['a name that ends with what it is', 'my-app'],
    ['a name of a client', 'my-client'],
    ['a word that ends like one', 'nullable'],
    ['a value in percent-encoding', '%7B%22a%22%3A1%7D'],
    ['JSON', '{"a":{"b":1}}'],
    ['what a sanitizer leaves', '[client id redacted]'],
    ['a template that a sanitizer leaves', '{{REDACTED}}'],
    ['stars', '***'],
    ['brackets without a word', '<client-id>'],
  ])('says nothing of %s', (_, value) => {
    expect(faultOf(value)).toBeNull();
  });
});
