/*
 * Verbs by their infinitives, and the stems of strong forms ("gang" for "gegangen"). Prefixes and endings are rules of
 * ordinary.ts: "teilen" also knows "mitgeteilt", "verteilt", "zuzuteilen" and "Verteilung". Written down by topic for letters
 * to an office.
 */
export const infinitives = `machen tun sagen fragen antworten schreiben lesen hören sehen kommen gehen geben nehmen stehen stellen setzen sitzen legen liegen bringen holen halten
  lassen bleiben finden suchen brauchen wissen kennen können müssen sollen dürfen wollen mögen werden haben sein denken glauben meinen hoffen wünschen bitten
  danken bedanken freuen fürchten sorgen kümmern helfen unterstützen fördern begleiten betreuen pflegen lernen lehren unterrichten üben spielen malen basteln singen
  rechnen zählen zahlen bezahlen kosten sparen kaufen verkaufen bestellen liefern buchen planen beginnen anfangen starten enden aufhören dauern laufen führen leiten folgen
  bilden arbeiten beschäftigen bewerben einstellen kündigen verdienen vertreten ersetzen wechseln tauschen ändern bessern erhöhen senken kürzen längern schieben
  verschieben warten erwarten melden anmelden teilen mitteilen teilnehmen nachrichten benachrichtigen informieren beraten empfehlen vorschlagen schlagen bieten anbieten
  fordern beantragen tragen prüfen klären erklären läutern erläutern zeigen zeichnen weisen beweisen stimmen bestimmen entscheiden schließen beschließen öffnen eröffnen
  ordnen regeln richten berichten achten beachten bemerken merken erinnern vergessen verlieren vermissen fehlen treffen betreffen sprechen besprechen reden erzählen
  telefonieren rufen mailen senden schicken reichen einreichen erreichen empfangen bekommen kriegen erhalten besitzen gehören passen gelten gelingen klappen schaffen scheitern
  wirken funktionieren nutzen benutzen nützen wenden anwenden verwenden brechen reißen ziehen erziehen wohnen leben sterben wachsen schlafen essen trinken kochen waschen
  putzen reinigen bauen umbauen renovieren sperren heizen fahren fliegen reisen steigen fallen gefallen werfen fangen laden einladen feiern schenken schulden leisten
  bewältigen lösen auslösen heben beheben streichen löschen speichern drucken scannen hängen anhängen fügen beifügen verfügen befürchten begründen gründen fassen zusammenfassen
  verfassen rechtfertigen genehmigen bewilligen lehnen ablehnen weigern verweigern verbieten erlauben zustimmen vereinbaren unterzeichnen schriften klagen beschweren
  ärgern enttäuschen stören lachen weinen schreien brüllen schimpfen streiten hauen treten schubsen beißen ritzen drohen schützen retten sichern versichern versichern
  wagen trauen vertrauen kritisieren loben tadeln strafen belasten entlasten überlasten leiden erleiden verletzen heilen behandeln handeln verhandeln untersuchen
  messen schätzen bewerten werten urteilen beurteilen testen probieren versuchen trainieren erfahren erleben merken spüren fühlen riechen schmecken blicken gucken schauen
  beobachten besuchen besichtigen hospitieren kreisen schulen einschulen umschulen ausschulen beschulen bilden ausbilden fortbilden weiterbilden qualifizieren studieren promovieren
  absolvieren bestehen gestehen entstehen verstehen überstehen zustehen anstehen feststehen ausstehen kalkulieren finanzieren investieren erstatten abrechnen überweisen buchen
  abziehen decken entdecken auffallen ausfallen wegfallen entfallen vorfallen einfallen zufallen beauftragen auftragen vergeben ausschreiben anschreiben unterschreiben
  beschreiben verschreiben umschreiben zuschlagen nachschlagen vorlegen auslegen festlegen ablegen anlegen überlegen belegen verlegen einlegen zerlegen hinterlegen widerlegen
  widersprechen entsprechen versprechen ansprechen absprechen mitsprechen beanspruchen einwilligen widerrufen berufen abrufen anrufen zurückrufen aufrufen einrufen bemühen
  beeilen eilen drängen zögern verzögern pausieren ruhen unterbrechen abbrechen ausbrechen fortsetzen umsetzen besetzen versetzen einsetzen übersetzen vorsetzen
  durchsetzen voraussetzen auseinandersetzen zusammensetzen festsetzen freisetzen aussetzen zusetzen ansetzen absetzen vorstellen herstellen bereitstellen sicherstellen feststellen
  ausstellen umstellen zustellen darstellen freistellen gleichstellen fertigstellen unterstellen abstellen anstellen nachstellen erstellen verstellen entwickeln wickeln abwickeln
  verwalten walten gestalten schalten einschalten abschalten freischalten umschalten veranstalten unterhalten verhalten enthalten beinhalten behalten anhalten einhalten
  aushalten festhalten abhalten aufhalten vorhalten mithalten durchhalten zurückhalten bewahren wahren verwahren gewähren währen bewähren gewährleisten garantieren haften
  verpflichten zuordnen einordnen anordnen verordnen abordnen unterordnen koordinieren organisieren moderieren dokumentieren protokollieren evaluieren notieren
  kopieren registrieren reservieren stornieren kontrollieren korrigieren diskutieren debattieren kommentieren reagieren agieren kommunizieren kooperieren integrieren inkludieren
  fotografieren filmen drehen senden veröffentlichen publizieren recherchieren zitieren interviewen befragen nachfragen anfragen erfragen abfragen hinterfragen rückfragen
  verweisen hinweisen anweisen einweisen aufweisen abweisen nachweisen ausweisen überweisen zuweisen beweisen verlangen gelangen langen belangen anlangen verkürzen verlängern
  verbessern verschlechtern verändern verringern vermehren vermeiden verhindern hindern behindern mindern vermindern erleichtern erschweren vereinfachen erweitern bereichern
  beitreten betreten eintreten auftreten abtreten zurücktreten vertreten ausziehen umziehen einziehen zuziehen beziehen entziehen vollziehen nachvollziehen wegziehen hinziehen
  ergeben umgeben ausgeben abgeben aufgeben angeben zugeben eingeben nachgeben weitergeben zurückgeben vorgeben herausgeben begeben vergeben freigeben bekanntgeben
  annehmen aufnehmen abnehmen einnehmen übernehmen unternehmen vornehmen zunehmen wahrnehmen teilnehmen mitnehmen entnehmen vernehmen benehmen wegnehmen
  ansehen absehen vorsehen nachsehen einsehen zusehen übersehen wiedersehen versehen aussehen besehen durchsehen kümmern vernachlässigen misshandeln missbrauchen gefährden bedrohen
  klopfen klingeln läuten wecken wachen aufwachen aufstehen anziehen frühstücken mittagessen toben rennen rasen hüpfen springen klettern schwimmen turnen wandern tanzen
  kneten schneiden kleben falten packen räumen tragen hängen stecken sitzen knien gehorchen folgen konzentrieren ablenken lenken steuern bremsen beruhigen
  aufregen regen anregen erregen bewegen wiegen überwiegen erwägen abwägen zuwägen pflanzen ernten gießen füttern streicheln atmen husten niesen erkälten erkranken genesen impfen
  verreisen abholen nachholen wiederholen überholen erholen einholen verzichten verfolgen erfolgen befolgen verursachen bewirken mitwirken auswirken einwirken beteiligen benennen nennen ernennen
  erkennen anerkennen bekennen verkennen auskennen kennenlernen betonen klingen nachklingen tönen verkünden ankündigen verabschieden scheiden unterscheiden ausscheiden bescheiden
  gleichen vergleichen ausgleichen begleichen angleichen abgleichen trennen abtrennen lockern stärken schwächen bestärken verstärken kräftigen ermutigen ermöglichen
  verunmöglichen beschleunigen verlangsamen befristen entfristen bemessen abmessen kämpfen bekämpfen gewinnen verlaufen ablaufen anlaufen auslaufen durchlaufen weglaufen zulaufen belaufen
  beruhen basieren stützen fußen erübrigen nachreichen ausreichen zureichen überreichen verteilen zuteilen aufteilen einteilen erteilen austeilen beurteilen verurteilen
  gratulieren grüßen begrüßen verbleiben ausbleiben wegbleiben dableiben hierbleiben zusagen absagen ansagen versagen untersagen aussagen vorhersagen weitersagen
  teilhaben vorhaben innehaben dabeihaben gernhaben innewohnen beiwohnen heiraten trennen scheiden adoptieren sorgen versorgen entsorgen besorgen umsorgen vorsorgen
  spenden stiften sammeln versammeln ansammeln tagen vertagen übertragen beitragen eintragen nachtragen vortragen austragen abtragen ertragen zutragen hinzufügen
  ausfüllen füllen erfüllen auffüllen überfüllen abschließen einschließen ausschließen anschließen aufschließen entschließen verschließen erschließen abwarten zuwarten
  aufpassen anpassen verpassen zupassen abpassen mitmachen nachmachen ausmachen zumachen aufmachen durchmachen weitermachen fertigmachen kaputtmachen vormachen gutmachen
  abklären aufklären verklären bearbeiten erarbeiten überarbeiten zusammenarbeiten mitarbeiten einarbeiten ausarbeiten verarbeiten vorarbeiten nacharbeiten aufarbeiten abarbeiten
  bestätigen betätigen tätigen erledigen entledigen sichten besichtigen beabsichtigen berücksichtigen benötigen nötigen berechtigen berichtigen benachteiligen begünstigen
  entschuldigen beschuldigen beschädigen entschädigen schädigen schaden bezeichnen kennzeichnen auszeichnen aufzeichnen verzeichnen zeichnen begegnen eignen aneignen ereignen
  leugnen verleugnen segnen rechnen öffnen trocknen zeugen überzeugen erzeugen bezeugen bezweifeln zweifeln verzweifeln wandeln verwandeln umwandeln sammeln sprudeln stolpern
  wundern bewundern verwundern zaubern erobern verärgern verlagern lagern auslagern belagern äußern veräußern vergrößern verkleinern vereinheitlichen verständigen
  verabreden verantworten beantworten verbrauchen gebrauchen missbrauchen verbinden binden einbinden anbinden unterbinden finden befinden empfinden erfinden stattfinden
  abfinden vorfinden einfinden wiederfinden herausfinden zurechtfinden beschaffen abschaffen anschaffen verschaffen schieben abschieben aufschieben vorschieben zuschieben
  überfordern überlassen verlassen entlassen zulassen veranlassen unterlassen anlassen erlassen einlassen nachlassen loslassen zurücklassen überprüfen nachprüfen
  abstimmen mitbestimmen zustimmen umstimmen übereinstimmen einstimmen anhören aufhören zuhören gehören zugehören verhören fußballspielen mitspielen abspielen
  hochladen herunterladen einloggen ausloggen klicken tippen skypen chatten googeln downloaden uploaden updaten checken
  geschehen passieren gehen angehen ausgehen eingehen umgehen vorgehen nachgehen abgehen zugehen begehen entgehen hingehen weggehen losgehen weitergehen zurückgehen vergehen übergehen untergehen
  ankommen auskommen vorkommen nachkommen mitkommen entgegenkommen zurechtkommen klarkommen hinkommen herkommen verkommen bekommen umkommen zukommen dazukommen vorbeikommen wegkommen zurückkommen drankommen
  mitbringen beibringen einbringen unterbringen verbringen anbringen vorbringen erbringen aufbringen umbringen vollbringen zurückbringen hinbringen wegbringen
  mitzeichnen gegenzeichnen vorstrecken strecken erstrecken vollstrecken ausweichen weichen abweichen erweichen zurückziehen duschen baden kleiden umkleiden verkleiden anfassen
  verbuchen veranschlagen anschlagen ausschlagen beschlagen einschlagen abschlagen vorschlagen verschlagen umschlagen überschlagen zusammenschlagen niederschlagen
  schikanieren mobben hänseln beleidigen bloßstellen anschreien anbrüllen auslachen beschimpfen einsperren aussperren wegsperren festbinden fesseln schütteln würgen schlachten
  betteln hungern frieren zittern bluten schwitzen stinken stürzen rutschen ertrinken vergiften verbrennen brennen leuchten scheinen erscheinen ausmalen strahlen bestrahlen
  sanieren modernisieren digitalisieren automatisieren aktualisieren konkretisieren priorisieren sensibilisieren stabilisieren anonymisieren pseudonymisieren standardisieren optimieren
  profitieren resultieren existieren passieren telefonieren akzeptieren ignorieren respektieren tolerieren formulieren präsentieren präzisieren adressieren abonnieren amüsieren
  interessieren engagieren orientieren motivieren animieren konfrontieren provozieren isolieren separieren platzieren positionieren definieren variieren differenzieren
  schließen erschrecken schrecken verstecken entstecken anstecken erstrecken erwerben umwerben beurlauben erlauben vermuten verdächtigen einigen vereinigen bereinigen peinigen
  ergänzen begrenzen grenzen abgrenzen ausgrenzen angrenzen kreuzen ankreuzen nutzen ausnutzen schonen verschonen belohnen entlohnen lohnen gewöhnen eingewöhnen verwöhnen
  versöhnen erwähnen ahnen mahnen ermahnen anmahnen abmahnen fahnden landen stranden wenden beenden vollenden abwenden einwenden aufwenden umwenden zuwenden entwenden verblenden
  bemängeln mangeln ermangeln regulieren deregulieren wickeln kitzeln bündeln handhaben maßregeln frühstücken beanstanden bevorzugen bezuschussen verantworten beaufsichtigen beglaubigen
  bezwecken bevormunden befürworten beeinflussen beeinträchtigen beauftragen beherrschen beherbergen beziffern berechnen berühren rühren anrühren umrühren spalten abspalten schweigen verschweigen
  heulen kitten mäkeln nörgeln fluchen petzen brummen summen wimmern wiegeln poltern quellen quillen zerren gerangeln rangeln krampfen schwellen schwollen mager magern abmagern schwärzen schlüsseln reiten bereiten verbreiten ausbreiten vorbereiten nachbereiten genügen begnügen vergnügen vergüten hüten verhüten behüten trösten vertrösten gesonderten zugutekommen nässen einschüchtern schüchtern zahlbar unterbreiten treiben betreiben antreiben eintreiben schweben klettern kichern lispeln nuscheln flüstern plaudern meckern zanken raufen knuffen kneifen kratzen spucken pöbeln stalken filzen kürzertreten pendeln vermitteln ermitteln übermitteln mitteln wurzeln kuscheln basteln rasseln winken zwinkern nicken schütteln rütteln löffeln sitzenbleiben nachsitzen pauken büffeln schwänzen auffordern erfordern anfordern einfordern überfordern herausfordern nachfordern spiegeln siegeln versiegeln einfädeln hospitieren assistieren begutachten gutachten bescheinigen attestieren diagnostizieren therapieren rezeptieren sichten verschriftlichen verdeutlichen veranschaulichen verantworten umstrukturieren strukturieren konzipieren skizzieren portionieren zusichern absichern besichern entsichern rückversichern nachsteuern gegensteuern beisteuern aussteuern ansteuern bezeichnen belegen besiedeln ansiedeln übersiedeln verrechnen anrechnen aufrechnen ausrechnen vorrechnen zusammenrechnen beanspruchen strapazieren dulden erdulden gedulden bangen verlangen zanken hadern grübeln zaudern plagen quälen martern piesacken nerven jammern klönen schnacken
  zusammenkommen zusammenstellen zusammenhängen zusammenlegen zusammenziehen zusammenführen kennenlernen stattfinden teilnehmen maßnehmen preisgeben achtgeben bescheidgeben standhalten`

/** Stems of strong and mixed forms as they stand between prefix and ending. */
export const strongStems = `schrien schri schrie gebor bor floh gang ging kam komm nahm nimm nomm gab gib geb stand tat tan ließ lass hielt hält halt fand fund sah sieh sprach sprich sproch schrieb schrieben blieb
  lief läuft rief hieß heiß fuhr fährt fahr trug trägt trag schlug schlägt traf trifft troff warf wirft worf half hilft holf starb stirb storb nehm lag leg gelegen saß gess sess gesess aß iss
  gegess trank trunk sang sung sprang sprung zwang zwung band bund fing fang gefang hing gehang schloss geschloss goss genoss bot boten zog zogen gezog bog flog flogen gelog
  log verlor verloren lor fror wog gewog hob gehob schwieg stieg gestieg schnitt geschnitt stritt litt gelitt ritt glitt griff gegriff pfiff biss gebiss riss geriss wies gewies schien geschien
  mied gemied lieh verlieh verzieh schied entschied geschied trieb getrieb schob geschob betrog trog wuchs gewachs wächs wusch gewasch wäsch buk brach brich gebroch broch stach gestoch drang drung gelung gelang
  gewann gewonn begann begonn rann schwamm geschwomm sann gesonn lud geladen lädt befahl befohl empfahl empfiehl empfohl stahl gestohl galt gilt gegolt schalt bewarb bewirb beworb warb wirb worb verdarb verdorb
  erschrak erschrick erschrock vergaß vergiss vergess maß miss gemess trat tritt getret bat gebet gebeten bitt kannt nannt rannt brannt wandt sandt dacht bracht wusst weiß muss musst kann konnt könnt darf durft dürft soll sollt will wollt mag mocht möcht möchte
  bin bist ist sind seid war wär wäre gewesen gewes hab hat hatt hätt habt wird wurd würd word worden geworden wirst geschah geschieh rät riet gerat brät schlief schläft geschlaf gefiel fiel gefallen stieß stoß gestoß
  tut tun tät getan wisst gewusst gekonnt gedurft gewollt gemusst gesollt liest las geles lies sieht gesehen gesehn unterschrieb beschrieb überzog verstand bestand gestand entstand unterhielt enthielt erhielt behielt verhielt`

/** Before a verb: separable ones take "ge" and "zu" behind them, the others none. */
export const prefixes = `ab an auf aus bei ein mit nach vor zu weg her hin los fest frei um über unter durch wieder wider zurück zusammen weiter voraus vorbei
  hinaus heraus herein hinein herab hinab heran hinzu dazu dabei daran dagegen entgegen gegenüber auseinander teil statt bekannt bereit fertig gleich gut hoch nieder sicher
  still tot wahr be ver er ent zer miss ge emp voll bevor empor fort heim irre kennen nahe offen rück tief zurecht beiseite rein raus rauf runter rüber dran drauf vorweg vorüber hinweg hinter herum umher`
