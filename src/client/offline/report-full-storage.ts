import { announce } from '../page/announce.ts';

/** Tells once, not on every page, that the newest papers cannot be kept. */
export function reportFullStorage(): void {
  const key = 'dayleaf-told-of-room';
  try {
    if (sessionStorage.getItem(key)) return;
    sessionStorage.setItem(key, '1');
  } catch {
    // Then it is told again.
  }
  announce(
    'There is no room on this device for the newest papers. What is kept stays as it is; online everything works.',
    true,
  );
}
