import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { addDays } from '../../src/archive/resolve-day.ts';
import { cacheFolder } from '../../src/store/locations.ts';
import { writeAtomically } from '../../src/store/write-atomically.ts';

/** Days after which arXiv is asked again about a paper that it did not have. */
const daysUntilAgain = 30;
const schema = z.record(z.string(), z.iso.date()).catch({});

/**
 * The papers that arXiv was asked about, stored between runs, so that those it does not have are not requested each
 * time.
 */
export class AskedPapers {
  readonly #path = join(cacheFolder(), 'enrich-asked.json');
  readonly #days: Map<string, string>;
  readonly #today: string;

  /** @param today ISO date */
  constructor(today: string) {
    this.#today = today;
    const since = addDays(today, -daysUntilAgain);
    this.#days = new Map(Object.entries(this.#read()).filter(([, day]) => day > since));
  }

  /** @param question `id 2503.03601`, `title light-bridge` */
  has(question: string): boolean {
    return this.#days.has(question);
  }

  add(questions: readonly string[]): void {
    for (const question of questions) this.#days.set(question, this.#today);
  }

  async save(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    await writeAtomically(this.#path, JSON.stringify(Object.fromEntries(this.#days)));
  }

  #read(): Record<string, string> {
    try {
      return schema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      // If the file is missing or damaged, everything is requested.
      return {};
    }
  }
}
