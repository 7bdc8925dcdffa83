import { afterEach, expect, test, vi } from 'vitest';
import { answeredText, respond } from '../../../src/export/respond.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['in dev, an answer has its text as its body', false, 'π', undefined],
  ['in a build, its text is beside it', true, '', 'π'],
])('%s', async (_, isBuilt, body, beside) => {
  vi.stubGlobal('isBuilt', isBuilt);
  const response = respond('π', 'text/markdown; charset=utf-8');
  expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
  expect(response[answeredText]).toBe(beside);
  expect(await response.text()).toBe(body);
});

test('a text may be in parts', async () => {
  vi.stubGlobal('isBuilt', false);
  expect(await respond(['a', 'b'], 'text/plain').text()).toBe('ab');
});
