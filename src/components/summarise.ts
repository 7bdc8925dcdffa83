/** Returns at most 160 characters of a text, which is what search engines show, cut between words where possible. */
export function summarise(text: string): string {
  if (text.length <= 160) return text;
  const start = text.slice(0, 160).toWellFormed();
  const end = text[160] === ' ' ? 160 : start.lastIndexOf(' ');
  return `${start.slice(0, end > 0 ? end : undefined).replace(/[,;:.]$/, '')}…`;
}
