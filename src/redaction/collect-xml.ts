import { htmlTokens } from '../http/html-tokens.ts';
import { classifyName } from '../oauth/registry/secrecy.ts';
import type { Collection } from './collect.ts';
import { isAddress } from './reach.ts';
import { PERSON } from './replacement.ts';

/** Elements and attributes of SAML 2.0, WS-Federation and XML Signature that say nothing. */
const KEPT =
  /^(?:xmlns|xsi|version|method|algorithm|uri|destination|assertionconsumerserviceurl|issuer|audience|nameformat|format|statuscode|statusmessage|issueinstant|notbefore|notonorafter|authninstant|sessionnotonorafter|friendlyname|keyinfo|x509certificate|binding|type|class|protocolbinding|consent|recipient|lang|encoding)$/;
const MAX_XML = 4_000_000;

/** Collects text and attributes of XML by their names: SAML assertions, SOAP, error documents. */
export function collectXml(collection: Collection, xml: string, depth: number): void {
  const open: string[] = [];
  let attribute = '';
  const text = xml.slice(0, MAX_XML).replace(/<!\[CDATA\[|\]\]>/g, '');
  // The tokens of HTML do not say that an element closes itself.
  for (const token of htmlTokens(text.replaceAll('/>', '></_>'))) {
    if (token.kind === 'text') {
      const name = open.at(-1) ?? '';
      collectValue(collection, name === 'attributevalue' ? attribute : name, token.text, depth);
    } else if (token.kind === 'end') open.pop();
    else {
      const name = localName(token.name);
      open.push(name);
      for (const [written, value] of token.attributes) {
        if (name === 'attribute' && written === 'name') attribute = `attribute_value ${value}`;
        else if (!written.startsWith('xmlns')) {
          collectValue(collection, localName(written), value, depth);
        }
      }
    }
  }
}

function collectValue(collection: Collection, name: string, text: string, depth: number): void {
  const value = text.trim();
  if (value.length < 2 || KEPT.test(name)) return;
  if (!name.startsWith('attribute_value')) {
    collection.noteParameter(name, value, depth);
    return;
  }
  const claim = name.slice(name.search(/[^/:\s]*$/));
  if (classifyName(claim).secrecy === 'unknown' && !isAddress(value)) {
    collection.note(value, 'AttributeValue', PERSON);
    collection.noteInside(value, depth);
  } else collection.noteParameter(claim, value, depth);
}

/** XML names are lower-cased, without their prefix. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
