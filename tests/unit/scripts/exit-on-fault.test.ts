import { expect, test } from 'vitest';
import { explainMissingModule } from '../../../scripts/exit-on-fault.ts';

test('a file that a package lacks is said in one sentence, with what to do', () => {
  const missing = Object.assign(
    new Error("Cannot find module '/a/node_modules/katex/dist/x.js'\nRequire stack:"),
    { code: 'ERR_MODULE_NOT_FOUND' },
  );
  expect(explainMissingModule(missing)).toBe(
    "The installed packages are incomplete: Cannot find module '/a/node_modules/katex/dist/x.js'.\n  hint: delete node_modules and run the command again.",
  );
});

test('an error of the code itself is left as it is', () => {
  expect(explainMissingModule(new TypeError('x'))).toBeUndefined();
  expect(explainMissingModule(undefined)).toBeUndefined();
  expect(
    explainMissingModule(
      Object.assign(new Error("Cannot find module '/a/src/x.ts'"), {
        code: 'ERR_MODULE_NOT_FOUND',
      }),
    ),
  ).toBeUndefined();
});
