/** Number of labels: 0 outside, 1 begin, 2 inside, 3 end, 4 a formula of one token. */
export const LABELS = 5;

/** `ALLOWED[from * 5 + to]`: which label may follow which. */
export const ALLOWED: Uint8Array = Uint8Array.from([
  1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1,
]);
