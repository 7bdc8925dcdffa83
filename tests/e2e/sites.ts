import { inject } from 'vitest';
import { firstCases } from '../tier.ts';

/**
 * The sites on which the main ways are tried: that under a path, and in the long tier that at a root too, which all
 * other tests use.
 */
export const bothSites = firstCases<[where: string, url: string]>(1, [
  ['under a path', inject('pathUrl')],
  ['at a root', inject('rootUrl')],
]);
