import { withBase } from '../../urls.ts';

const key = `dayleaf-keeping ${withBase('/')}`;

/** Whether everything was being fetched, and not stopped, when the reader went on to this page. */
export function isKeeping(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** Notes that it is being fetched, or no longer. */
export function noteKeeping(is: boolean): void {
  try {
    if (is) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // The next page does not go on by itself.
  }
}
