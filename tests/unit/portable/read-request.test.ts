import { expect, it } from 'vitest';
import { readRequest } from '../../../src/portable/ask-index.ts';

it.each([
  ['sparse Attention', { words: ['sparse', 'attention'], phrases: [] }],
  ['"Sparse attention" 3D', { words: ['3d'], phrases: [['sparse', 'attention']] }],
  ['state-of-the-art', { words: ['state', 'of', 'the', 'art'], phrases: [] }],
  ['an "open end', { words: ['an', 'open', 'end'], phrases: [] }],
  ['"" "a" "', { words: [], phrases: [['a']] }],
  ['ƒon2', { words: ['ƒon2'], phrases: [] }],
  ['', { words: [], phrases: [] }],
])('%j', (query, request) => {
  expect(readRequest(query)).toEqual(request);
});
