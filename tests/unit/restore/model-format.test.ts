import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../../../src/restore/model-format.ts';
import { ModelError } from '../../../src/restore/pack-rows.ts';
import { loadModel } from './load-model.ts';

const bytes = loadModel();

describe('model format', () => {
  it('reads what it wrote', () => {
    expect(Buffer.from(writeModel(readModel(bytes))).equals(Buffer.from(bytes))).toBe(true);
  });
  it('refuses what is no model, in words', () => {
    expect(() => readModel(new Uint8Array(100))).toThrow(ModelError);
    expect(() => readModel(new Uint8Array(100))).toThrow(
      /expected "DAYLEAF-MATH"; hint: decompress/,
    );
    expect(() => readModel(bytes.subarray(0, bytes.length - 5))).toThrow(
      /the file ends within its/,
    );
    expect(() => readModel(bytes.subarray(0, 14))).toThrow(/header/);
  });
  it('refuses another version', () => {
    const other = bytes.slice();
    other[12] = 99;
    expect(() => readModel(other)).toThrow(/version 99, this code reads/);
  });
});
