import { measureModel } from '../../scripts/train/measure-model.ts';
import { readModel } from '../../src/store/read-model.ts';

/**
 * `bench:math -- GOLD.jsonl[.gz]…`: the restorer's figures on gold sets, as JSON, one set a line;
 * the reliability table below each.
 */
export function benchMath(paths: readonly string[], print: (line: string) => void): void {
  const beforeLoad = performance.now();
  const bytes = readModel();
  const unpackMs = performance.now() - beforeLoad;
  for (const path of paths) {
    const { reliability, ...figures } = measureModel(bytes, path);
    const { formulaFalseMarks, proseSpans } = figures;
    print(
      JSON.stringify({
        set: path.split('/').at(-1),
        ...figures,
        loadMs: Math.round(figures.loadMs + unpackMs),
        formulaFalseMarksPct:
          proseSpans === 0 ? null : Math.round((100 * formulaFalseMarks) / proseSpans),
      }),
    );
    for (const r of reliability)
      print(
        `  probability ${r.from.toFixed(2)}–${r.to.toFixed(2)}  ${String(r.formulas).padStart(6)} formulas  mean ${r.meanProbability.toFixed(3)}  right ${r.right.toFixed(3)}`,
      );
  }
}

if (import.meta.main) {
  const paths = process.argv.slice(2).filter((a) => a !== '--');
  if (paths.length === 0) {
    console.error('usage: bench:math -- GOLD.jsonl[.gz]…');
    process.exit(1);
  }
  benchMath(paths, console.log);
}
