import { describe, expect, it } from 'vitest';
import { listAskedDays } from '../../../../scripts/fetch/list-asked-days.ts';

const today = '2025-03-13';

describe('listAskedDays', () => {
  it('gives a day', () => {
    expect(listAskedDays({ date: '2025-03-11' }, today)).toEqual(['2025-03-11']);
  });

  it('gives a day and all after it through today', () => {
    expect(listAskedDays({ since: '2025-02-27' }, '2025-03-01')).toEqual([
      '2025-02-27',
      '2025-02-28',
      '2025-03-01',
    ]);
  });

  it('gives the days of a week of another year than its Monday', () => {
    const days = listAskedDays({ week: '2025-W01' }, today);
    expect(days).toHaveLength(7);
    expect([days?.[0], days?.[6]]).toEqual(['2024-12-30', '2025-01-05']);
  });

  it('gives the days of a month, with the leap day', () => {
    expect(listAskedDays({ month: '2024-02' }, today)).toHaveLength(29);
    expect(listAskedDays({ month: '2024-12' }, today)?.at(-1)).toBe('2024-12-31');
  });

  it('leaves out days to come, and those before the first day of Daily Papers', () => {
    expect(listAskedDays({ week: '2025-W11' }, today)?.at(-1)).toBe(today);
    expect(listAskedDays({ month: '2023-05' }, today)?.[0]).toBe('2023-05-04');
  });

  it('is undefined when nothing was asked for', () => {
    expect(listAskedDays({ date: undefined }, today)).toBeUndefined();
  });

  it.each([
    [{ date: '2025-02-29' }, '--date takes a day such as 2025-03-11, and "2025-02-29" is none.'],
    [{ since: '11.3.2025' }, '--since takes a day'],
    [{ week: '2025-W53' }, '--week takes an ISO week such as 2025-W11'],
    [{ week: '2025-W00' }, '--week takes'],
    [{ month: '2025-13' }, '--month takes a month such as 2025-03'],
    [{ month: '2025-3' }, '--month takes'],
    [{ date: '' }, '--date takes'],
    [{ date: '2025-03-14' }, 'to 2025-03-13, which is today in UTC'],
    [{ since: '2025-03-14' }, '--since 2025-03-14 has no day'],
    [{ date: '2023-05-03' }, 'from 2023-05-04, the first of Daily Papers'],
    [{ week: '2025-W11', month: '2025-03' }, 'Only one of --date, --since, --week and --month'],
  ])('refuses %j', (asked, message) => {
    expect(() => listAskedDays(asked, today)).toThrow(message);
  });
});
