/**
 * The text at an address of the site. The portable edition has another module in place of this one,
 * for a page on disk cannot fetch.
 * @throws {Error} where there is none
 */
export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.text();
}
