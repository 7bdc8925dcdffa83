import type { Edition } from './relative-address.ts';

/**
 * Citations, or the data of a page that they are made of, without addresses of a site that is published
 * nowhere: nobody could follow them. An edition that is published keeps them.
 * @param text BibTeX, RIS, CSL-JSON, or the JSON within a page
 */
export function withoutAddresses(text: string, { siteUrl, isPublished }: Edition): string {
  if (isPublished) return text;
  const address = `${RegExp.escape(siteUrl.href)}[^"}\\s]*`;
  return text
    .replace(new RegExp(`^ {2}url = \\{${address}\\},\\n`, 'gm'), '')
    .replace(new RegExp(`^UR {2}- ${address}\\r?\\n`, 'gm'), '')
    .replace(new RegExp(`^ *"URL": "${address}",\\n`, 'gm'), '')
    .replace(new RegExp(`"url":"${address}"`, 'g'), '"url":""');
}
