import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multipartFields, multipartText } from '../../src/http/multipart.ts';

const TYPE = 'multipart/form-data; charset=utf-8; boundary="b 1"';
const part = (name: string, value: string): string =>
  `--b 1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

describe('multipartFields', () => {
  it('reads names and values, and the places of the values', () => {
    const value = fc.string().filter((text) => !text.includes('--b 1') && !text.endsWith('\r'));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (values) => {
        const text = `${values.map((one, index) => part(`f${index}`, one)).join('')}--b 1--\r\n`;
        const fields = multipartFields(text, TYPE);
        expect(fields.map(({ name }) => name)).toEqual(values.map((_, index) => `f${index}`));
        expect(fields.map((field) => field.value)).toEqual(values);
        expect(fields.map(({ start, end }) => text.slice(start, end))).toEqual(values);
      }),
    );
  });

  it.each([null, 'application/json; boundary=b', 'multipart/form-data'])(
    'has none when the media type is %j',
    (type) => {
      expect(multipartFields(part('a', 'b'), type)).toEqual([]);
    },
  );

  it('reads a body that is cut off', () => {
    const text = part('a', 'b').slice(0, -2);
    expect(multipartFields(text, TYPE).map(({ value }) => value)).toEqual(['b']);
  });
});

describe('multipartText', () => {
  it.each([TYPE, 'multipart/form-data', 'multipart/form-data; boundary=x'])(
    'writes fields that read back, for %s',
    (type) => {
      const fields = [
        { name: 'a', value: 'b\r\n--x\r\nc' },
        { name: 'é', value: '--b 1 --form-boundary' },
        { name: 'file', value: '', file: 'a.png', type: 'image/png' },
      ];
      const text = multipartText(fields, type);
      const boundary = text.slice(2, text.indexOf('\r\n'));
      const read = multipartFields(text, `multipart/form-data; boundary="${boundary}"`);
      const expected = fields.map(({ name, value }) => ({ name, value }));
      expect(read.map(({ name, value }) => ({ name, value }))).toEqual(expected);
    },
  );
});
