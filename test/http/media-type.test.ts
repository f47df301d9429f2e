import { describe, expect, it } from 'vitest';
import { essence, isForm, isHtml, isJson } from '../../src/http/media-type.ts';

describe('essence', () => {
  it.each([
    [' Application/JSON ; charset=utf-8', 'application/json'],
    ['text/html', 'text/html'],
    ['text/html;', 'text/html'],
    ['x-unknown', null],
    ['text/', null],
    ['text/html, text/plain', null],
    ['', null],
    [null, null],
  ])('of %j is %j', (value, expected) => {
    expect(essence(value)).toBe(expected);
  });
});

describe('kinds', () => {
  it.each([
    ['application/json', 'json'],
    ['application/problem+json;charset=utf-8', 'json'],
    ['text/html; charset=utf-8', 'html'],
    ['application/xhtml+xml', 'html'],
    ['application/x-www-form-urlencoded;charset=UTF-8', 'form'],
    ['application/jwt', ''],
    ['application/jsonp', ''],
    [null, ''],
  ])('%j is %j', (value, expected) => {
    const kinds = [isJson(value) && 'json', isHtml(value) && 'html', isForm(value) && 'form'];
    expect(kinds.filter(Boolean).join()).toBe(expected);
  });
});
