/** Today in UTC as an ISO date, for years that nothing else gives. */
export const today = (): string => new Date().toISOString().slice(0, 10);
