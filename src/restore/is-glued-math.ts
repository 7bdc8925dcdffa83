// Commands that run together with letters once their backslashes are gone: `ntoinfty`, `stimes`,
// `Rln`. Apart from a few short ones, none of them is an English word.
const COMMANDS =
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho varrho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
  ell infty partial nabla times cdot cdots ldots dots pm mp leq geq neq le ge ne ll gg approx sim simeq equiv cong propto subset subseteq supset supseteq setminus cup cap wedge vee oplus otimes odot circ bullet ast star
  rightarrow leftarrow leftrightarrow Rightarrow mapsto to in notin ni mid langle rangle lfloor rfloor lceil rceil left right big Big bigl bigr log ln lg exp min max sup inf lim sum prod int sqrt frac mathcal mathbb mathbf mathrm mathsf
  tilde hat bar vec eps poly polylog forall exists dagger perp top hbar cos sin deg dim det rank prime lesssim gtrsim leqslant geqslant asymp quad qquad colon rm bf cal it binom choose`
    .trim()
    .split(/\s+/);
const BY_FIRST = new Map<string, string[]>();
for (const name of [...COMMANDS].sort((a, b) => b.length - a.length))
  BY_FIRST.set(name[0], [...(BY_FIRST.get(name[0]) ?? []), name]);

/**
 * Whether a run of letters consists of commands and at most two single letters. The commands must
 * have at least as many letters in total as there are single ones, and one of them three letters or
 * more, unless the run has only three.
 */
export function isGluedMath(run: string): boolean {
  const n = run.length;
  if (n < 3 || n > 40) return false;
  // Of the readings of run[0…i) with the fewest single letters: their number, the number of letters
  // in commands, and the length of the longest command.
  const least = new Uint8Array(n + 1).fill(99);
  const most = new Uint8Array(n + 1);
  const longest = new Uint8Array(n + 1);
  least[0] = 0;
  for (let i = 0; i < n; i++) {
    if (least[i] > 2) continue;
    if (least[i] + 1 < least[i + 1]) {
      least[i + 1] = least[i] + 1;
      most[i + 1] = most[i];
      longest[i + 1] = longest[i];
    }
    for (const name of BY_FIRST.get(run[i]) ?? []) {
      const end = i + name.length;
      if (end <= n && least[i] <= least[end] && run.startsWith(name, i)) {
        least[end] = least[i];
        most[end] = most[i] + name.length;
        longest[end] = Math.max(longest[i], name.length);
      }
    }
  }
  return least[n] <= 2 && most[n] >= 2 && most[n] >= least[n] && (longest[n] > 2 || n === 3);
}
