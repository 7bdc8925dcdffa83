import { type PackFault, PackFaultError } from './fetch-pack.ts';
import { PackGoneError } from './keep-build.ts';
import type { KeptAmount } from './keep-everything.ts';

const number = (count: number): string => count.toLocaleString('en');
/** Bytes in MB with one decimal. */
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const papers = (count: number): string => `${number(count)} ${count === 1 ? 'paper' : 'papers'}`;

/** How far it is: `3,200 of 9,559 papers, 4.1 of 14.2 MB`. */
export function describeAmount(amount: KeptAmount): string {
  return `${number(amount.papers)} of ${papers(amount.allPapers)}, ${megabytes(amount.bytes)} of ${megabytes(amount.allBytes)} MB`;
}

/**
 * How things stand while nothing is under way.
 * @param usedBytes what the browser says that the site takes in all
 */
export function describeStanding(amount: KeptAmount, usedBytes?: number): string {
  const takes = `${megabytes(usedBytes ?? amount.bytes)} MB`;
  if (amount.isWhole)
    return `Everything is kept on this device: ${papers(amount.allPapers)}, ${takes}. New days are added when you are online.`;
  const what = amount.isBegun
    ? 'A part of it is kept on this device'
    : 'The latest days are kept on this device';
  return `${what}: ${describeAmount(amount)}.`;
}

/** Message shown before a retry. */
export function describeRetry(fault: PackFault, pauseMs: number): string {
  return `${nameFault(fault)}; trying again in ${pauseMs / 1000} s.`;
}

function nameFault(fault: PackFault): string {
  if (fault.kind === 'status') return `The server answered with status ${fault.status}`;
  if (fault.kind === 'slow') return 'The server sends nothing, or too slowly';
  return 'What the server sent is damaged';
}

/** Why it ended before all was there, and what to do. */
export function describeFault(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError')
    return 'There is no room for it: the device, or the browser, gives the site no more. Online the site works as before. Free some room, and try again.';
  if (error instanceof PackGoneError)
    return 'The archive has just changed. Reload the page, and try again; what has come is used again.';
  if (error instanceof PackFaultError)
    return `${nameFault(error.fault)}. What has come is kept: try again later.`;
  if (error instanceof TypeError)
    return 'The network went away. What has come is kept: try again when you are online.';
  return 'Nothing can be kept on this device: the browser does not allow it, has no room for it, or the site has no copy to keep. Online the site works as before.';
}
