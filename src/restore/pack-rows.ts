import { ModelError } from './model-error.ts';
/**
 * Rows that are not all zero: gaps between them as varints, then each weight column by itself,
 * which packs better.
 */
export function packRows(weights: Int8Array, width: number): Uint8Array {
  const gaps: number[] = [];
  const kept: number[] = [];
  let last = -1;
  for (let r = 0; r < weights.length / width; r++) {
    let any = false;
    for (let k = 0; k < width; k++) if (weights[r * width + k] !== 0) any = true;
    if (!any) continue;
    let gap = r - last - 1;
    last = r;
    while (gap > 127) {
      gaps.push((gap & 127) | 128);
      gap >>>= 7;
    }
    gaps.push(gap);
    kept.push(r);
  }
  const out = new Uint8Array(8 + gaps.length + kept.length * width);
  new DataView(out.buffer).setUint32(0, kept.length, true);
  new DataView(out.buffer).setUint32(4, gaps.length, true);
  out.set(gaps, 8);
  let at = 8 + gaps.length;
  for (let k = 0; k < width; k++) for (const r of kept) out[at++] = weights[r * width + k];
  return out;
}

export function unpackRows(bytes: Uint8Array, rows: number, width: number): Int8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const gapBytes = view.getUint32(4, true);
  if (8 + gapBytes + count * width !== bytes.length)
    throw new ModelError(
      `model: a table of ${count} rows does not fill its ${bytes.length} bytes; the file is damaged, train or fetch it again`,
    );
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
    if (r >= rows)
      throw new ModelError(
        `model: row ${r} of a table of ${rows}; the file is damaged, train or fetch it again`,
      );
    for (let c = 0; c < width; c++) weights[r * width + c] = columns[c * count + k];
  }
  return weights;
}
