import { expect, test } from 'vitest';
import { listAddresses } from '../../../src/components/list-addresses.ts';

test('lists nothing for a paper without metadata', () => {
  expect(listAddresses({ metadata: {} })).toEqual([]);
});

test('the identifiers of a paper give its addresses, each once', () => {
  const addresses = listAddresses({
    arxivId: '2503.03601',
    metadata: {
      doi: '10.1000/182',
      url: 'https://www.publisher.example/paper',
      code: 'https://github.com/a/b',
      projectPage: 'https://github.com/a/b',
    },
  });
  expect(addresses).toEqual([
    { name: 'arXiv 2503.03601', url: 'https://arxiv.org/abs/2503.03601' },
    { name: 'PDF', url: 'https://arxiv.org/pdf/2503.03601' },
    { name: 'Hugging Face', url: 'https://huggingface.co/papers/2503.03601' },
    { name: 'publisher.example', url: 'https://www.publisher.example/paper' },
    { name: 'DOI', url: 'https://doi.org/10.1000/182' },
    { name: 'Code', url: 'https://github.com/a/b' },
  ]);
});
