/**
 * Today in UTC as an ISO date, for years that are given nowhere else; `DAYLEAF_TODAY` is another day, so that
 * all parts of a command use the same.
 */
export const today = (): string =>
  process.env.DAYLEAF_TODAY ?? new Date().toISOString().slice(0, 10);
