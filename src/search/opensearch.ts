/** What a browser needs to add the search of the archive. */
export interface SearchDescription {
  /** Name of the archive. */
  name: string;
  /** One sentence. */
  description: string;
  /** BCP 47. */
  language: string;
  /** Absolute address of the search page. */
  address: string;
  /** Absolute address of the archive's icon, an SVG. */
  icon: string;
}

/**
 * The description by which a browser adds the archive to its search engines.
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export function writeOpenSearch(search: SearchDescription): string {
  const { name, description, language, address, icon } = search;
  // The format allows at most 16 and 1,024 characters.
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml([...name].slice(0, 16).join(''))}</ShortName>
  <Description>${escapeXml([...description].slice(0, 1024).join(''))}</Description>
  <Url type="text/html" template="${escapeXml(`${address}?q={searchTerms}`)}"/>
  <Image type="image/svg+xml">${escapeXml(icon)}</Image>
  <Language>${escapeXml(language)}</Language>
  <InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
