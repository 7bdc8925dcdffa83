import type { StoredAmount } from './download-archive.ts';
import { PackGoneError } from './download-packs.ts';
import { type PackFault, PackFaultError } from './fetch-pack.ts';

const number = (count: number): string => count.toLocaleString('en');
/** Bytes in MB with one decimal. */
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const papers = (count: number): string => `${number(count)} ${count === 1 ? 'paper' : 'papers'}`;

/** The progress of a download: `3,200 of 9,559 papers, 4.1 of 14.2 MB`. */
export function describeAmount(amount: StoredAmount): string {
  return `${number(amount.papers)} of ${papers(amount.allPapers)}, ${megabytes(amount.bytes)} of ${megabytes(amount.allBytes)} MB`;
}

/**
 * What is available offline.
 * @param usedBytes what the site takes in all, if the browser reports it
 */
export function describeStored(amount: StoredAmount, usedBytes?: number): string {
  const size = `${megabytes(usedBytes ?? amount.bytes)} MB`;
  if (amount.isWhole)
    return `The whole archive is available offline: ${papers(amount.allPapers)}, ${size}. New days are added while you are online.`;
  const what = amount.isBegun ? 'Part of the archive is' : 'The latest days are';
  return `${what} available offline: ${describeAmount(amount)}.`;
}

/** Message shown before a retry. */
export function describeRetry(fault: PackFault, pauseMs: number): string {
  return `${describePackFault(fault)}; trying again in ${pauseMs / 1000} s.`;
}

function describePackFault(fault: PackFault): string {
  if (fault.kind === 'status') return `The server answered with status ${fault.status}`;
  if (fault.kind === 'slow') return 'The server is not responding, or is too slow';
  return 'The downloaded data is damaged';
}

/** Why a download failed, and what the reader can do. */
export function describeFault(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError')
    return 'The storage is full: the browser has no more space for this site. Free some space and try again. The site still works online.';
  if (error instanceof PackGoneError)
    return 'The archive was updated during the download. Reload the page and try again; what has been downloaded will be used.';
  if (error instanceof PackFaultError)
    return `${describePackFault(error.fault)}. Try again later; the download will continue where it stopped.`;
  if (error instanceof TypeError)
    return 'The connection was lost. Try again when you are online; the download will continue where it stopped.';
  return 'Offline reading is not available here: the browser does not allow this site to store data, its storage is full, or the site has no offline copy. The site still works online.';
}
