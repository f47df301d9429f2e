/** A declaration, a prefix or a namespace at the root, or an element that only SAML has. */
const XML =
  /^\s*<(?:\?xml|!\[CDATA|[\w-]{1,40}:[\w-]|[\w-]{1,60}[^<>]{0,200}\bxmlns|(?:Response|Assertion|AuthnRequest|LogoutRequest|NameID|Subject|Envelope|Error|Fault)\b)/;

/** RFC 7303: media types of XML. */
const XML_TYPE = /^\s*(?:text|application)\/(?:[\w.+-]{1,80}\+)?xml\b/i;

/** Whether a text is XML that is no page, by itself or by its media type. */
export function isXml(text: string, type: string | null = null): boolean {
  return (
    (XML.test(text) || (isMarkup(text) && XML_TYPE.test(type ?? ''))) &&
    !/^[^<]{0,20}(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html)\b/i.test(text)
  );
}

/** Whether a text begins as markup. */
export function isMarkup(text: string): boolean {
  return /^\s*<[A-Za-z!]/.test(text);
}
