/** A model file that cannot be used. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/**
 * A table of weights without the rows that are all zero: the numbers of rows and of bytes of gaps
 * (uint32, little-endian), the gaps between the rows that are left as varints, and their weights
 * column by column, which compresses better than row by row.
 * @param width number of columns
 */
export function packRows(weights: Int8Array, width: number): Uint8Array {
  const gaps: number[] = [];
  const kept: number[] = [];
  let last = -1;
  for (let r = 0; r < weights.length / width; r++) {
    if (weights.subarray(r * width, (r + 1) * width).every((w) => w === 0)) continue;
    let gap = r - last - 1;
    last = r;
    for (; gap > 127; gap >>>= 7) gaps.push((gap & 127) | 128);
    gaps.push(gap);
    kept.push(r);
  }
  const out = new Uint8Array(8 + gaps.length + kept.length * width);
  const view = new DataView(out.buffer);
  view.setUint32(0, kept.length, true);
  view.setUint32(4, gaps.length, true);
  out.set(gaps, 8);
  let at = 8 + gaps.length;
  for (let k = 0; k < width; k++) for (const r of kept) out[at++] = weights[r * width + k];
  return out;
}

/**
 * The table that `packRows` packed, with `rows` × `width` weights.
 * @throws {ModelError} when the bytes are not such a table
 */
export function unpackRows(bytes: Uint8Array, rows: number, width: number): Int8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const gapBytes = view.getUint32(4, true);
  const fail = (what: string): never => {
    throw new ModelError(`model: ${what}; the file is damaged, train or fetch it again`);
  };
  if (8 + gapBytes + count * width !== bytes.length)
    fail(`a table of ${count} rows does not fill its ${bytes.length} bytes`);
  const weights = new Int8Array(rows * width);
  const columns = bytes.subarray(8 + gapBytes);
  let r = -1;
  let at = 8;
  for (let k = 0; k < count; k++) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const b = bytes[at++];
      gap |= (b & 127) << shift;
      if (b < 128) break;
    }
    r += gap + 1;
    if (r >= rows) fail(`row ${r} of a table of ${rows}`);
    for (let c = 0; c < width; c++) weights[r * width + c] = columns[c * count + k];
  }
  return weights;
}
