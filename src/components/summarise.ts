/** The first 160 characters or so of a text, cut at a word if it has any: what search engines show. */
export function summarise(text: string): string {
  if (text.length <= 160) return text;
  const start = text.slice(0, 160).toWellFormed();
  const end = text[160] === ' ' ? 160 : start.lastIndexOf(' ');
  return `${start.slice(0, end > 0 ? end : undefined).replace(/[,;:.]$/, '')}…`;
}
