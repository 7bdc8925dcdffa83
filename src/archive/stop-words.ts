/** Words that say nothing of what a paper is about: those of English, and those of abstracts. */
export const STOP_WORDS: readonly string[] =
  `a about above across after again against all allow almost alone along already also although always am among an and
any anyone anything are aren around as at available away be became because become been before being below beneath
beside besides between beyond both but by came can cannot come could couldn did didn do doe doesn doing don done
down due during each either else enough especially etc even ever every everyone everything few for from further
furthermore get give given giving go goe going got had hadn happen hardly has hasn having have haven having he hence
her here herself him himself his how however i ie if in indeed instead into inside is isn it itself just keep kept know
known largely last latter least less let like likely ll lot made mainly make making many may maybe me mean meanwhile
might mine more moreover most mostly much must my myself namely near nearly need neither never nevertheless next no
nobody non none nonetheless nor not nothing now nowhere of off often on once one only onto or other otherwise our
ourselves out outside over overall own part per perhaps put quite rather re really said same saw say see seem seen
several shall she should shouldn show shown since so some someone something sometime soon still such take taken than
that the their them themselves then thereby there therefore these they thing this those though through throughout thus
thus to together too took toward under unless unlike until up upon us use used useful user using usually various very
via want was wasn way we well went were weren what whatever when whenever where wherea whereas wherein whether
which while who whole whom whose why wide widely will with within without won would wouldn yet you your yourself
two three four five six seven eight nine ten first second third hundred thousand million billion
ability able absence abstract accordingly accuracy achieve achieved achieving across actual actually add addition
additional additionally address addressed addressing adopt advance advanced advancement advantage aim aimed aiming allowing
amount analyses analysis analysis analyze analyzing applicable application applied apply applying approach appropriate area aspect
assess author base based baseline basic behavior benefit best better bring broad building called
capability capable capture capturing carefully case cause certain challenge challenging characteristic choice choose
clear clearly code collected collection combine combined combining common commonly compare compared comparable comparing
comparison competitive complete complex comprehensive compute concept conclude conduct conducted consider considerable
considerably considered considering consist consistent consistently constraint construct contain contrast contribution
conventional core correspond corresponding cover create created creating critical crucial current currently data dataset
date deep define defined degree deliver demonstrate demonstrated demonstrating demonstration depend depending depth
derive derived describe design designed designing desired despite detail detailed determine develop developed
developing development devise difference different difficult difficulty direct direction directly discuss discuss
distinct diverse domain easily easy effect effective effectively effectiveness effectiveness efficacy efficiency
efficient efficiently effort emerge emerged emerging employ employed employing enable enabled enabling encourage
end enhance enhanced enhancement enhancing ensure ensuring entire essential establish evaluate evaluated evaluating
evaluation evidence exact examine example excellent exceed exhibit exist existing expensive experiment experimental
experimentally explain explicit explicitly exploit explore explored exploring extend extensive extensively extra extract
face facilitate fact factor fail failure far fast faster feature field final finally find finding fine
flexible focus focus focused focusing follow followed following form framework frequently fully function fundamental future gain
gap general generally generic github goal good great greater greatly group growing guide handle hard help hidden high
higher highest highlight highly html http https huge hypothesis hypothesis idea identify identified identifying illustrate impact
impactful impose implement implementation implemented implication important importantly impressive improve improved
improvement improving include including incorporate incorporating increase increased increasing increasingly independent
indicate individual inference information inherent initial input insight inspired integrate integrated integrating
interest interesting introduce introduced introducing investigate investigated investigating involve involving issue
key lack large larger largest late lead leading learn learned learning level leverage leveraged leveraging lie limit
limitation limited line link little long longer low lower machine main maintain maintaining major manner measure
method methodology metric million model modeling modelling modern monitor multiple natural nature necessary need
network neural new newly notable notably novel number numerous numerous observation observe observed obtain obtained
obtaining offer offering open order original originally outcome outperform outperformed outperforming output
paper particular particularly paradigm perform performance performed performing pipeline place plan play point popular
pose posed possible potential potentially powerful practical practice present presented presenting presence prevalent previous previous
previously principle principled prior problem procedure process process processing produce produced producing project
prominent promising proof proper property propose proposed proposing proven prove provide provided providing
public publicly purpose quality quantity question range rapid rapidly rate reach readily real reason recent
recently reduce reduced reducing reduction regard regarding relate related relative relatively release released
relevant reliable rely relying remain remarkable remarkably report require required requirement requiring research
researcher respect respectively respective result resulting reveal rich rigorous rigorous role room root run satisfy scale scaled
scenario scheme scope section seek select selected set setting setup shed short significant significantly similar
similarly simple simpler simply simultaneously single size slightly small smaller solution solve solved solving
source sota specific specifically specified stage standard start state step strategy strength strong stronger
structure study studied studying subject subsequent subsequently substantial substantially success success successful successfully
suffer sufficient suggest suitable superior superiority support surpass surpass surpassing survey system systematic systematically
tackle tackling tailored task technique technology tend term test testing theoretical theory theoretically thorough time
today tool top total traditional train trained training treat trend type typical typically underlying understand
understanding unique unknown utilize utilized utilizing valid validate validated validity valuable value variant
variety varied vast verify version view vital wide wider widespread work world year yield yielding zero
textit textbf texttt emph href url mathcal mathbb mathbf mathrm frac left right et al eg its his has as is us does others times models methods results tasks
pre surprisingly unfortunately empirically empirical trivial occur reluctant favorable favourable build built
highlighting selecting access equivalent always retain imposed shared sharing evolve receive diverse back caused causing unify unifies unifying
post multi non self semi sub inter intra co anti re cross end low free aware early`.split(/\s+/);
