import { execFile } from 'node:child_process';
import { npmFile } from '../scripts/bin-file.mjs';

/** What npm says about the packages in the lock file. */
export interface Audit {
  /** Whether the registry answered, and names nothing at level high or above. */
  isGood: boolean;
  /** Whether it answered at all. */
  isAnswered: boolean;
  /** A line to print. */
  summary: string;
}

/**
 * Asks the registry for known advisories about the packages in the lock file. Machines without a network,
 * and mirrors without this service, give no answer: that is said, and fails nothing.
 */
export async function auditPackages(): Promise<Audit> {
  const args = [npmFile(), 'audit', '--json', '--package-lock-only'];
  // It exits with 1 where there is any advisory.
  const options = { maxBuffer: 64 * 2 ** 20, timeout: 60_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (_, stdout) => resolve(readAudit(stdout)));
  });
}

/** What the output of `npm audit --json` comes to. */
export function readAudit(json: string): Audit {
  const counts = parseReport(json)?.metadata?.vulnerabilities;
  if (typeof counts?.high !== 'number' || typeof counts.critical !== 'number') {
    const summary =
      'Not audited: the registry answered nothing about advisories (offline, or a mirror without them).';
    return { isGood: false, isAnswered: false, summary };
  }
  const grave = counts.high + counts.critical;
  const summary =
    grave === 0
      ? 'No known advisory at level high or above.'
      : `Packages with known advisories at level high or above: ${grave}. npm audit names them.`;
  return { isGood: grave === 0, isAnswered: true, summary };
}

function parseReport(
  json: string,
): { metadata?: { vulnerabilities?: { high?: unknown; critical?: unknown } } } | undefined {
  try {
    return JSON.parse(json) ?? undefined;
  } catch {
    return undefined;
  }
}
