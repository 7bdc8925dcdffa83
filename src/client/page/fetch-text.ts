/** The text at an address of the site. @throws {Error} if there is no such file */
export async function fetchText(address: string, init?: RequestInit): Promise<string> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.text();
}
