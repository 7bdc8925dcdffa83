import { type PackHead, readPackHead } from '../../packs/pack-format.ts';

function unpack(pack: Response): ReadableStream<Uint8Array> {
  if (!pack.body) throw new Error('the pack is empty');
  return pack.body.pipeThrough(new DecompressionStream('gzip'));
}

/** All of a pack, uncompressed. @throws {TypeError} where it is damaged */
export async function unpackWhole(pack: Response): Promise<Uint8Array> {
  return new Uint8Array(await new Response(unpack(pack)).arrayBuffer());
}

/** What is in a pack; no more of it is unpacked than that takes. @throws {Error} where it is damaged */
export async function unpackHead(pack: Response): Promise<PackHead> {
  const reader = unpack(pack).getReader();
  let known = new Uint8Array(0);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error('the pack ends within its list');
    const longer = new Uint8Array(known.length + value.length);
    longer.set(known);
    longer.set(value, known.length);
    known = longer;
    const head = readPackHead(known);
    if (!head) continue;
    reader.cancel().catch(() => undefined);
    return head;
  }
}
