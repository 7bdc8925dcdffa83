/** Macros with these names, and bodies that depend on the name. */
function define(names: string, body: (name: string) => string): [string, string][] {
  return names.split(' ').map((name) => [`\\${name}`, body(name)]);
}

const mathbb = (name: string): string => `\\mathbb{${name.at(-1)}}`;
const mathcal = (name: string): string => `\\mathcal{${name.at(-1)?.toUpperCase()}}`;
const mathbf = (name: string): string => `\\mathbf{${name.at(-1)}}`;

/**
 * Authors' own macros whose names are left in captures (`\eps`, `\R`, `\poly`, `\norm`), for the
 * `macros` option of KaTeX. Each is used by several authors with the same meaning.
 */
export const KATEX_MACROS: Readonly<Record<string, string>> = Object.fromEntries([
  ...define('eps ep epsi', () => '\\epsilon'),
  ...define('veps vareps vepsi', () => '\\varepsilon'),
  ...define('RR NN ZZ QQ CC EE PP FF KK bbR bbC bbE bbN bbZ E F Q', mathbb),
  ...define(
    'poly polylog polyloglog rank tr Tr nnz sign sgn diag supp Var Cov cov KL dist opt OPT conv vol tw softmax ReLU erf lcm median sinc cut prox negl',
    (name) => `\\operatorname{${name}}`,
  ),
  ...define('NP coNP AC NC TC', (name) => `\\mathsf{${name}}`),
  ...define('cA cB cC cD cE cF cG cH cK cL cM cN cO cP cQ cR cS cT cU cV cW cX cY cZ', mathcal),
  ...define('calO calF calA bigO bigo', mathcal),
  ...define('bx by bz bw bX bY bW xx yy', mathbf),
  ...define('tO Otilde tilO', () => '\\widetilde{O}'),
  ...define('mathds mathbbm', () => '\\mathbb{#1}'),
  ...define('nicefrac sfrac', () => '{#1}/{#2}'),
  ...Object.entries({
    '\\lam': '\\lambda',
    '\\al': '\\alpha',
    '\\ga': '\\gamma',
    '\\om': '\\omega',
    '\\Om': '\\Omega',
    '\\vp': '\\varphi',
    '\\reals': '\\mathbb{R}',
    '\\naturals': '\\mathbb{N}',
    '\\integers': '\\mathbb{Z}',
    '\\esssup': '\\operatorname*{ess\\,sup}',
    '\\norm': '\\left\\lVert #1\\right\\rVert',
    '\\abs': '\\left\\lvert #1\\right\\rvert',
    '\\ceil': '\\left\\lceil #1\\right\\rceil',
    '\\floor': '\\left\\lfloor #1\\right\\rfloor',
    '\\inner': '\\left\\langle #1\\right\\rangle',
    '\\Oh': '\\mathcal{O}',
    '\\oh': 'o',
    '\\bSigma': '\\boldsymbol{\\Sigma}',
    '\\btheta': '\\boldsymbol{\\theta}',
    '\\bbeta': '\\boldsymbol{\\beta}',
    '\\bolds': '\\boldsymbol{#1}',
    '\\indep': '\\perp\\!\\!\\!\\perp',
    '\\eqdef': '\\stackrel{\\mathrm{def}}{=}',
    '\\textgreater': '>',
    '\\textless': '<',
    '\\slash': '/',
    '\\xspace': '',
    '\\ensuremath': '#1',
  }),
]);
