import { expect, test } from 'vitest';
import { firstSentence } from '../../../src/text/first-sentence.ts';

test.each([
  ['We do it. It works.', 'We do it.'],
  ['Is it so? “Yes.” We show it.', 'Is it so?'],
  [
    'Models, e.g. GPT, and work by A. Author et al. They scale. Next.',
    'Models, e.g. GPT, and work by A. Author et al. They scale.',
  ],
  [
    'Version 2.5 is used vs. others in approx. half of it (see Fig. 2). Then more.',
    'Version 2.5 is used vs. others in approx. half of it (see Fig. 2).',
  ],
  ['No full stop\n\nSecond paragraph. More.', 'No full stop'],
  ['See https://a.b/c.html. (Code.) End.', 'See https://a.b/c.html.'],
  ['', ''],
])('%s', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});
