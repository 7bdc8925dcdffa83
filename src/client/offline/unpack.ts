/** All of a pack, uncompressed. @throws {TypeError} where it is damaged */
export async function unpack(pack: Response): Promise<Uint8Array> {
  if (!pack.body) throw new TypeError('the pack is empty');
  const content = pack.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(content).arrayBuffer());
}
