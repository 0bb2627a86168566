/*
 * Words that bind sentences together, numerals and forms that no rule of endings reaches. Written down from grammar, not
 * counted in any corpus; what is missing is taken for a name, which is the harmless mistake (see ordinary.ts).
 */

/** Articles, pronouns and what else stands before a noun: behind them "Sommer" is the season, not a person. */
export const determiners = `der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines mein meine
  meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres
  unser unsere unseren unserem unserer unseres unsren unsrer euer eure euren eurem eurer dieser diese dieses diesen diesem jeder jede
  jedes jeden jedem jener jene jenes jenen jenem welcher welche welches welchen welchem mancher manche manches manchen im am zum zur
  vom beim ins ans aufs fürs übers ums durchs viele vielen vieler wenige wenigen einige einigen einiger mehrere mehreren mehrerer alle
  allen aller alles beide beiden beider solche solchen solcher solches nächste nächsten nächster nächstes letzte letzten letzter letztes
  ganze ganzen ganzer ganzes erste ersten erster erstes zweite zweiten zweiter dritte dritten etwas nen ner ne nem`

/** Prepositions that stand before seasons and months without an article, "seit Herbst". */
export const timePrepositions =
  'seit ab bis vor nach gegen im am zum vom beim für pro jeden diesen ende anfang mitte'

/** All others. */
export const particles = `und oder aber denn sondern weil dass daß ob wenn falls als wie während nachdem bevor ehe bis sobald solange soweit sofern sowie sowohl
  weder noch entweder obwohl obgleich damit indem dadurch dafür dagegen daher dahin dahinter dahingehend damals danach daneben daran
  darauf daraufhin daraus darin darüber darum darunter davon davor dazu dazwischen deshalb deswegen demnach demnächst dennoch derzeit
  derzeitig dessen deren denen derer desto dies ebenso ebenfalls eben echt eher eigentlich einander eineinhalb einerseits andererseits einmal
  erneut erst erstens zweitens drittens etwa euch fast ferner ganz gar gegebenenfalls gegenüber gemäß genauso genug gern gerne gestern gleich gleichfalls gleichwohl
  hallo hi hey hej moin servus tach huhu ahoi danke bitte ja nein doch nee ok okay na ach oh halt hier hierbei hierfür hiermit hierzu hieran hierüber hin hinaus
  hinsichtlich hinter ich du er sie es wir ihr mich dich sich uns mir dir ihm ihn ihnen man jemand jemanden jemandem niemand niemanden niemandem
  immer immerhin in infolge innerhalb insbesondere insgesamt insofern insoweit inwieweit inwiefern inzwischen irgendein irgendeine
  irgendwann irgendwas irgendwer irgendwie irgendwo irgendwelche irgendjemand je jedenfalls jederzeit jedoch jeweils jeweilig jetzt kaum keinesfalls keineswegs
  längst laut leider lediglich los lange lang mal mehr mehrmals meist meistens miteinander mithilfe mitsamt mitten mittags mitunter
  morgen morgens abends nachts vormittags nachmittags heute nächstes nahezu namens nämlich nebenbei neben nebst neulich nicht nichts nie niemals nirgends
  nochmal nochmals normalerweise nun nur ob oben oberhalb öfter oft oftmals ohne ohnehin per pro plus minus quasi rund samt schon schonmal
  sehr seit seitdem seitens selber selbst so sodass sofort sogar sogenannte somit sonst sonstige soviel sowas sowieso sozusagen statt
  stattdessen stets teils teilweise trotz trotzdem über überall überdies überhaupt übrigens um umso unbedingt ungefähr unten unter
  unterdessen untereinander unterhalb unterwegs unweit viel viele vielleicht vielmehr vom von voneinander vor voran voraus vorbei
  vorab vorerst vorher vorhin vorn vorne vorwiegend wann warum was weg wegen weiter weiterhin weitere wen wem wenig weniger wenigstens
  wer weshalb weswegen wessen wieder wiederum wieso wieviel wobei wodurch wofür wogegen woher wohin wohl womit wonach woran worauf
  woraus worin worüber worum wovon wovor wozu wo woanders zeitgleich zeitweise ziemlich zirka circa zu zudem zuerst zufolge zuhause zugleich zuletzt
  zuliebe zumal zumindest zunächst zurück zusammen zusätzlich zuvor zuwider zwar zwecks zwischen zwischendurch zwischenzeitlich auch auf aus
  außer außerdem außerhalb allein alleine allemal allerdings alles allzu also an anbei andernfalls anders anderweitig anfangs angesichts
  anhand anlässlich ansonsten anstatt anstelle aufgrund bald baldmöglichst bei beide beiderseits beieinander beinahe bereits besonders bestenfalls
  bezüglich binnen bisher bislang bisschen da dabei dagegen daheim dann dank darf dazu drauf draußen drin drinnen drüber drum drunter durch durchaus
  durchgehend dort dorthin dauernd mit nach vs vgl bzw ca etc evtl ggf inkl exkl insb usw sog max min mind mtl tgl jährl z b d h u a s o i v m p n
  nr abs art ff lfd gem lt zzgl zz zt ff mfg lg vg hg mg fg ps pps cc bcc fr hr hrn blz psych id dr prof ra med dipl gez geb tel info infos az gz gmbh ggmbh zk z äh dat un ut san scho stellv allem manchmal raus rein bgb vgv sgb gegen für ab ex aw wg re fwd betr betreff anl bspw mithin wohingegen worden geworden vorm hinterm
  unterm überm überm naja tja hm hmm juhu leid weh schade prima super toll klasse egal nix nochn gehts gibts hats ists wirds habs isses gehst wirs ichs
  siehe dito solch manch welch all jed jen ander andere anderen anderer anderes anderem andre andren zuviel zuwenig soviele wieviele
  diesmal diesbezüglich dementsprechend dergleichen derjenige diejenige dasjenige denjenigen derselbe dieselbe dasselbe selben denselben demselben desselben
  aufeinander füreinander auseinander nacheinander nebeneinander gegeneinander durcheinander voneinander
  null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn
  zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend zweier dreier anderthalb halb zweimal dreimal viermal
  vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte zwanzigste hälfte drittel viertel dutzend million millionen milliarde
  mio mrd tsd prozent euro eur cent kg km cm mm qm min std sek uhr st xx xxx x y`

/** Enough English for a letter in simple words. */
export const english = `the and or but not no yes to of in on at for from with by is are was were be been am do does did have has had will would can could
  should might must shall my your his her its our their me him them us you he she it we they this that these those a an as if then
  than so when where what who which why how all any some more most other only also just very too here there now new old good please
  thank thanks dear hello hi regards kind best sincerely yours about after before because into over under out up down off again son daughter child children kids
  school class summer winter start starts begin begins need needs help assistant assistance support call mail email write letter
  question answer information want know like get give make take go come work live time year month week day today tomorrow team
  teacher parents mother father family german english speak understand sorry available currently office out apply application job form`
