/** A paper that names an earlier one as related. */
export interface LaterPaper {
  slug: string;
  /** Plain text. */
  title: string;
  /** ISO date of the day on which it was listed last. */
  day: string;
  /** The terms of both, the most significant first. */
  shared: string[];
}

/** `/related/1.json`: for papers by slug the later papers, the latest first. */
export type LaterPapers = Record<string, LaterPaper[]>;
