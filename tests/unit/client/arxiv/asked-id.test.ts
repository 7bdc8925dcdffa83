import { expect, test } from 'vitest';
import { readAskedId, redirectArxivPath } from '../../../../src/client/arxiv/asked-id.ts';

const locate = (path: string): Location =>
  Object.assign(new URL(path, 'https://example.org') as unknown as Location, {
    replace(this: { replacedBy?: unknown }, address: unknown) {
      this.replacedBy = address;
    },
  });

test.each([
  ['/archive/arxiv/2503.03601/', '2503.03601'],
  ['/archive/arxiv/2503.03601v2', '2503.03601v2'],
  ['/archive/arxiv//math/0211159/', 'math/0211159'],
  ['/archive/arxiv/math%2F0211159/', 'math/0211159'],
  ['/archive/arxiv/?id=2503.03601v2', '2503.03601v2'],
  ['/archive/arxiv/?id=%20math/0211159/%20', 'math/0211159'],
  ['/archive/arxiv/100%/', '100%'],
  ['/archive/arxiv/', ''],
  ['/archive/arxiv-ids/2503.json', ''],
  ['/archive/papers/x/?id=2503.03601', ''],
  ['/arxiv/2503.03601/', ''],
])('%s asks for “%s”', (path, asked) => {
  expect(readAskedId(locate(path))).toBe(asked);
});

test.each([
  ['/archive/arxiv/math/0211159v1/', '/archive/arxiv/?id=math%2F0211159v1'],
  ['/archive/arxiv/<b>/', '/archive/arxiv/?id=%3Cb%3E'],
  ['/archive/arxiv/?id=2503.03601', undefined],
  ['/archive/no/such/page/', undefined],
])('the error page at %s leads to %s', (path, target) => {
  const location = locate(path);
  redirectArxivPath(location);
  expect(Reflect.get(location, 'replacedBy')).toBe(target);
});
