/* Adjectives and adverbs of manner by their base; endings and comparison are rules of ordinary.ts. Written down by topic. */
export const adjectives = `gut schlecht groß klein lang kurz hoch hoh niedrig breit schmal dick dünn schwer leicht alt jung neu früh spät schnell langsam laut leise hell dunkel
  warm kalt heiß kühl nass trocken sauber schmutzig voll leer offen geschlossen fertig bereit frei besetzt ganz halb doppelt einfach schwierig kompliziert klar unklar
  deutlich genau ungenau richtig falsch wahr sicher unsicher möglich unmöglich nötig notwendig wichtig unwichtig dringend eilig ernst ernsthaft lustig traurig froh
  glücklich unglücklich zufrieden unzufrieden müde wach gesund krank stark schwach arm reich teuer billig günstig ungünstig kostenlos kostenfrei gratis öffentlich
  privat persönlich allgemein besonder speziell normal üblich ungewöhnlich bekannt unbekannt fremd eigen gemeinsam einzeln allein zusätzlich weiter ander gleich ähnlich
  verschieden unterschiedlich gesamt vollständig unvollständig teilweise jährlich monatlich wöchentlich täglich stündlich aktuell akzeptabel blass einzig offiziell inoffiziell sexuell gewalttätig wund sauer kollegial gesondert getrennt unzustellbar zahlbar rein nebenan letztens raus rein manchmal infrage derzeitig bisherig künftig zukünftig
  ehemalig vorig nächst letzt erst zweit dritt vorläufig endgültig dauerhaft kurzfristig langfristig mittelfristig fristgerecht rechtzeitig pünktlich verspätet überfällig sofortig
  schriftlich mündlich telefonisch elektronisch digital online postalisch formlos förmlich rechtlich gesetzlich rechtswidrig rechtsgültig zulässig unzulässig gültig ungültig
  verbindlich unverbindlich zuständig verantwortlich berechtigt unberechtigt befugt geeignet ungeeignet qualifiziert erfahren ausgebildet fachlich pädagogisch schulisch
  sozial medizinisch pflegerisch psychologisch juristisch politisch finanziell wirtschaftlich kaufmännisch technisch räumlich zeitlich örtlich regional kommunal
  städtisch staatlich kirchlich gemeinnützig freiwillig ehrenamtlich hauptamtlich beruflich dienstlich amtlich behördlich vertraglich tariflich befristet unbefristet vollzeit teilzeit
  schulpflichtig schulfähig selbständig selbstständig abhängig unabhängig hilfsbedürftig bedürftig freundlich unfreundlich höflich unhöflich nett lieb herzlich böse wütend
  verärgert enttäuscht entsetzt besorgt verzweifelt überfordert überrascht dankbar froh gespannt neugierig interessiert einverstanden unzumutbar zumutbar unfair fair gerecht ungerecht
  skandalös unglaublich unfassbar unverschämt peinlich lächerlich unerträglich schlimm furchtbar schrecklich toll super prima wunderbar schön hübsch hässlich gemütlich ruhig
  unruhig aggressiv still schüchtern ängstlich mutig fleißig faul klug dumm intelligent begabt auffällig unauffällig verhaltensauffällig lebhaft brav frech wild zart
  lieb verletzt gefährlich ungefährlich gefährdet riskant giftig rot blau grün gelb schwarz weiß grau braun bunt rosa lila orange rund eckig gerade schief flach tief steil
  link recht ober unter vorder hinter inner äußer mittler östlich westlich nördlich südlich nah fern weit eng dicht locker fest lose flexibel starr
  ausreichend genügend angemessen unangemessen verhältnismäßig mangelhaft befriedigend hervorragend ausgezeichnet optimal ideal perfekt durchschnittlich
  maximal minimal mindestens höchstens ungefähr etwaig eventuell voraussichtlich wahrscheinlich vermutlich angeblich scheinbar offensichtlich anscheinend tatsächlich
  eigentlich grundsätzlich prinzipiell generell insgesamt hauptsächlich vorrangig nachrangig ausschließlich ausdrücklich ausführlich umfangreich knapp kurzzeitig
  ständig dauernd häufig selten gelegentlich regelmäßig unregelmäßig plötzlich unerwartet unvorhersehbar absehbar planbar machbar umsetzbar erreichbar verfügbar lieferbar
  vergleichbar nachvollziehbar verständlich unverständlich lesbar sichtbar hörbar spürbar merklich erheblich wesentlich unerheblich geringfügig gering viel wenig mehr meist
  zahlreich einig uneinig mehrfach vielfach vielfältig unzählig sämtlich komplett total absolut relativ extrem intensiv individuell kollektiv inklusiv integrativ präventiv
  systemisch ganzheitlich kindgerecht barrierefrei rollstuhlgerecht behindertengerecht altersgerecht bedarfsgerecht ortsnah wohnortnah zeitnah unverzüglich umgehend schnellstmöglich baldig baldmöglichst
  alleinerziehend berufstätig arbeitslos arbeitssuchend erwerbslos verheiratet ledig geschieden verwitwet getrennt volljährig minderjährig elterlich mütterlich väterlich familiär häuslich
  kindlich jugendlich erwachsen weiblich männlich divers deutsch deutschsprachig mehrsprachig zweisprachig fremdsprachig englisch vertraulich geheim anonym personenbezogen sensibel
  datenschutzrechtlich schulaufsichtlich schulrechtlich arbeitsrechtlich vergaberechtlich sozialrechtlich steuerlich buchhalterisch haushalterisch haushaltsrechtlich organisatorisch administrativ bürokratisch
  unbürokratisch strukturell konzeptionell inhaltlich methodisch didaktisch sprachlich mathematisch musikalisch sportlich künstlerisch handwerklich kreativ emotional motorisch kognitiv
  geduldig ungeduldig zuverlässig unzuverlässig verlässlich ehrlich unehrlich fröhlich pflichtbewusst engagiert motiviert gewissenhaft sorgfältig gründlich ordentlich unordentlich chaotisch
  schuldig unschuldig haftbar versichert unversichert haltbar tragbar untragbar undicht kaputt defekt baulich undenkbar denkbar sinnvoll sinnlos hilfreich nützlich nutzlos unnütz
  wertvoll wertlos erfolgreich erfolglos ergebnislos vergeblich umsonst erfreulich bedauerlich leider ärgerlich nervig anstrengend ermüdend spannend langweilig interessant
  wissenschaftlich theoretisch praktisch empirisch statistisch beispielhaft vorbildlich modellhaft landesweit bundesweit kreisweit flächendeckend übergreifend fachübergreifend interdisziplinär
  zentral dezentral intern extern lokal mobil stationär ambulant teilstationär vorschulisch außerschulisch nachschulisch vorgesehen vorhanden nichtig hinfällig fällig fraglich
  streitig unstreitig strittig unstrittig rechtskräftig bestandskräftig vollziehbar anfechtbar unanfechtbar gerichtlich außergerichtlich anwaltlich notariell beglaubigt vorsorglich hilfsweise fristlos fristgemäß ordnungsgemäß
  sachlich unsachlich sachgerecht sachkundig konkret abstrakt direkt indirekt unmittelbar mittelbar gegenseitig wechselseitig einseitig beidseitig verwandt bekannt befreundet benachbart
  zweifach dreifach einmalig mehrmalig erstmalig nochmalig letztmalig heutig gestrig morgig damalig jetzig dortig hiesig obig unten untenstehend nachstehend vorstehend folgend beigefügt anliegend beiliegend
  gehörig zugehörig zugleich gleichzeitig vorzeitig rückwirkend vorübergehend durchgängig übergangsweise ersatzweise ausnahmsweise möglicherweise glücklicherweise bedauerlicherweise normalerweise
  stellvertretend kommissarisch leitend federführend beratend anwesend abwesend krankgeschrieben schwanger betreut unbetreut beaufsichtigt unbeaufsichtigt geehrt wert verehrt best lieb freundlichst hochachtungsvoll
  sonstig jetzig übrig überzählig unterbesetzt überlastet ausgelastet ausgebucht belegt leerstehend neuartig innovativ modern veraltet altmodisch traditionell bewährt erprobt ausgereift`
