import { expect, it } from 'vitest';
import { kindOfLink } from '../../../src/archive/find-links.ts';
import { describeLink } from '../../../src/components/link-labels.ts';

it.each([
  ['https://github.com/ZJU-CTAG/B4', 'GitHub: ZJU-CTAG/B4'],
  ['https://www.github.com/tenvence/afa.git', 'GitHub: tenvence/afa'],
  ['https://github.com/X/Owl/tree/main/Owl2/', 'GitHub: X/Owl/tree/main/Owl2'],
  ['https://gitlab.com/a/b', 'GitLab: a/b'],
  ['https://huggingface.co/nvidia/NV-Embed-v1', 'Hugging Face model: nvidia/NV-Embed-v1'],
  ['https://huggingface.co/datasets/a/b', 'Hugging Face dataset: a/b'],
  ['https://huggingface.co/spaces/ksort/K-Sort-Arena', 'Hugging Face Space: ksort/K-Sort-Arena'],
  ['https://huggingface.co/collections/nvidia/x', 'Hugging Face collection: nvidia/x'],
  ['https://huggingface.co/LLaMAX/', 'Hugging Face: LLaMAX'],
  ['https://sled-group.github.io/InfEdit/', 'Project page: sled-group.github.io/InfEdit'],
  ['http://hcp.sysu.edu.cn/projects/aspl/', 'Project page: hcp.sysu.edu.cn/projects/aspl'],
  ['https://arxiv.org/abs/2301.00001', 'arXiv: 2301.00001'],
  ['https://doi.org/10.1000/182', 'DOI: 10.1000/182'],
  ['https://youtu.be/4ZdcuiwFU7I', 'YouTube video: 4ZdcuiwFU7I'],
  ['https://github.com/', 'Code: github.com'],
  ['https://vimeo.com/123', 'Video: vimeo.com/123'],
])('%s is called %s', (url, words) => {
  expect(describeLink({ url, kind: kindOfLink(url) })).toBe(words);
});
