import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { scripts } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
);

it.each(Object.entries(scripts))(
  'npm run %s mends first what a killed build left',
  (_, command) => {
    // run.mjs does; tests/build/killed.test.ts shows that it does.
    expect(command).toMatch(/^node scripts\/run\.mjs \S/);
  },
);
