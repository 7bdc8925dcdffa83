/**
 * How many milliseconds a server asks to wait in `Retry-After`, in seconds or as a date; undefined without the header,
 * or where it is neither. A date is compared with the server's own clock, which `Date` gives.
 * @param now milliseconds since 1970, where there is no `Date`
 * @see RFC 9110, section 10.2.3
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = parseHttpDate(value);
  if (until === undefined) return undefined;
  return Math.max(0, until - (parseHttpDate(headers.get('date') ?? '') ?? now));
}

function parseHttpDate(value: string): number | undefined {
  // Date.parse accepts much more than dates: "1.5" is a day in January.
  const time = /^[A-Z][a-z]+,? .*\d{2}:\d{2}:\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
