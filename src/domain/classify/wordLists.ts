import type { Stakeholder, Topic } from './labels.ts'

/*
 * Ordinary words that make a label a little likelier, for letters that show none of the clear signs. "begleit*" is
 * every word with that beginning. A word may stand in several lists.
 */

export const topicWords: Record<Topic, string> = {
  zeitplan: `start* beginn* startet* starten* losgeh* verschieb* verschob* verzoeger* voraussichtlich quartal* schuljahr*
    sommerferien herbst naechstes naechste uebernaechst* 2024 2025 2026 2027 august wann zeitpunkt* zeitplan* zeitraum
    einfuehr* umsetz* ausroll* reihe bald endlich spaeter frueher region regionen stufe* phase* termin* geplant planung* meilenstein*
    stand sachstand naechster theoretisch kommen kommt dran vorgesehen warten`,
  ausschreibung: `ausschreib* vergab* bieter* los lose loses angebot* teilnahm* eignung* referenz* bekanntmach* zuschlag*
    kalkul* preis* leistungsbeschreib* portal* plattform* unterlagen anlage* frist* auftrag* firma unternehmen bewerber verfahren*
    wettbewerb* verhandl* kriteri* konzession* nachforder* klarstell* bewertungs* vertragslaufzeit mindestlohn tarif*
    dienstleister* anbieter* beruecksichtig* submission* leistungsverzeichnis*`,
  kooperationsvertrag: `vertrag* vereinbar* kooperation* entwurf* fassung* unterschr* unterzeichn* klausel* paragraf* paragraph*
    partei* vertragspartner* formulier* abstimm* rechtsabteilung* juristisch* beschluss* gremium* gremien ratsinfo* vorlage*
    anlage haftung* kuendig* laufzeit* verbindlich* kommunen abkommen* zustimm* mitzeichn*`,
  personal: `personal* stelle stellen mitarbeit* kolleg* kraefte kraft fachkraef* fachkraft* bewerb* einstell* arbeitsvertr* arbeitgeber*
    arbeitszeit* stunden wochenstunden qualifi* ausbildung* gehalt* verguet* lohn* tvoed bezahl* befrist* unbefrist* vertret* erkrank*
    krankheit urlaub* fortbild* dienstplan* uebernomm* uebernahm* zukunft job jobs arbeit arbeitslos* jobcenter erzieher* paedagog*
    zeugnis* lebenslauf* fuehrungszeugnis* einarbeit* weisung* vorgesetzt* dienstaufsicht* teamleitung* quereinst* rente* alter
    zugaenge accounts geraete gearbeitet besetz* anfangen beschaeftig* personalrat* betriebsrat* gewerkschaft* ferienzeit*`,
  einzelfall: `sohn tochter kind junge maedchen enkel* unser unsere meinem meiner diagnos* autis* adhs behinder* bescheid* antrag*
    ablehn* abgelehnt bewillig* genehmig* schulbegleit* begleit* integrationshelf* hilfeplan* gutachten* arzt* aerzt* therap* klinik* spz
    widerspruch* allein* foerder* bedarf* anspruch* krank ausfall* ausgefallen verkuerzt* toilette* pflege* rollstuhl* epilep* diabet*
    klarkomm* weint* angst* stunden sachbearbeit* akte gekuerzt einzelfall* betreu*`,
  finanzierung: `kosten* geld* bezahl* zahl* euro finanz* haushalt* budget* mittel foerder* zuschuss* zuschuess* entgelt* stundensatz*
    abrechn* rechnung* erstatt* beitrag* beitraege gebuehr* etat* steuer* verguetungssatz pauschal* betrag* summe* mio millionen
    vorstreck* ausgelegt uebernimmt beleg* ist prognose* produkt* ansatz* quartalsbericht* controlling sparen einspar* teuer kostenlos
    kostet verguetung eigenanteil* umlage* tarifsteiger*`,
  konzept: `konzept* aufgabe* unterschied* unterscheid* rolle* inklusi* paedagog* abgrenz* modell* pool* ziel* inhalt* unterricht*
    klasse* klassenraum* raum raeume arbeitsplatz* ausstatt* klassenfahrt* ausflu* pause* sport* schwimm* hausaufgab* ganztag* betreu* hilft*
    leistet* funktionier* ablauf* eingebund* zusammenarb* einsatz* einsetz* erfahrung* evaluat* studie* forschung* vergleich* foerder*
    schueler* kinder begriff* erklaer* verstehen bedeutet gilt geltung schulen grundschul* kinderschutz* umkleid* aufsicht*
    zweiten erwachsene* informationen infos broschuer* flyer`,
  datenschutz: `daten* dsgvo datenschutz* einwillig* loesch* auskunft* gespeichert* speicher* verteiler* weitergeb* weitergab* weitergeleitet
    schweigepflicht* personenbezogen* verschluessel* foto* zugestimmt zustimmung* streichen akteneinsicht* vertraulich* protokoll*`,
  termin: `termin* uhr einlad* eingeladen treff* besprech* sitzung* teilnehm* teilnahme zusage* absage* zusagen absagen raum beamer montag*
    dienstag* mittwoch* donnerstag* freitag* vormittag* nachmittag* morgens abends kalender* video* teams zoom link hospit* besuch* veranstalt*
    seminar* fortbild* fachtag* workshop* vortrag* programm* elternabend* tagung* referent* anmeld* verschieben ausweichen datum kurz minuten
    kennenlern* gespraech* januar februar maerz april mai juni juli september oktober november dezember`,
  beschwerde: `beschwer* unverschaemt* frech* zumut* unzumut* skandal* aerger* veraerger* enttaeusch* wuetend* empoer* sauer unmoeglich*
    katastroph* versag* verarsch* hingehalten vertroest* ignorier* laden schickt jeder woanders keiner niemand endlich sofort reicht
    unglaublich* unfassbar* fasse lachhaft* peinlich* verlangen verlange fordere erwarte dienstaufsicht* zustaendig verantwort* satt leid
    schlecht* unfaehig* antwortet antwort nie`,
  presseanfrage: `presse* redaktion* artikel* bericht* beitrag* interview* statement* zitat* zitier* sendung* live hoerer* leser* zuschauer*
    recherch* veroeffentlich* drehtermin* dreh* kamera* reportage* journalist* hintergrundgespraech* ausgabe* mikrofon* podcast*
    kollegengespraech* studio* hoerfunk* fernseh*`,
  sonstiges: `danke dank newsletter* werbung* rabatt* produkt* loesung* software* angebot* kostenlos* webinar* portal* kunden* abonn* abmeld*
    muster* grusswort* baustelle* verkehr* parkplatz* kita* krippe* hort* ampel* spielplatz* rechnung* zustaendig* irrtum* versehen* falsch*
    gratul* glueckwunsch* weihnacht* feiertag* statistik* erhebung* meldedaten* spende* flohmarkt* fundsache* versicherung* vertrieb*`,
}

export const stakeholderWords: Record<Stakeholder, string> = {
  eltern: `sohn* tochter* kind unser unsere meine mein mama papa mutter vater oma opa enkel* familie* zuhause einschul* eingeschult kita
    geschwister* erzieh* therapeut* diagnos* bescheid* umzug* ziehen wohnen ihr euch grosser grosse kleiner kleine zwerge
    elternabend* lehrerin hausaufgab* klassenkamerad* rausgeworfen verzweifelt* sorgen`,
  schule: `schule* schulleit* klasse* klassen schueler* kollegium* lehrer* lehrkraft* lehrkraef* stundenplan* unterricht* erstklaessler*
    schulkonferenz* elternabend* pausen* foerderzentrum* sonderpaedagog* schulhof* lehrerzimmer* zeugnis* vertretungsplan* schulnetz*
    schulgebaeude* konrektor* rektor* schulsekretariat* ganztag* ogs schuljahr* klassenlehr* doppelbesetz* ersatzschule*`,
  schultraeger: `stadt gemeinde* kommune* rathaus* schultraeger* gebaeude* gebaeudewirtschaft* gebaeudemanagement* umbau* ausbau* mensa*
    haushalt* buergermeister* ausschuss* hauptausschuss* bauamt* ausstatt* raeume* hausmeister* schulverband* schulentwicklung* umkleid*
    schliessfaech* anmeldungen sachkosten* reinig* amt amtsausschuss* schluessel* zuschuss*`,
  schulamt: `schulaufsicht* schulleiterrunde* schulleit* schulrat* schulraet* lehrkraft* lehrkraefte* aufsichtspflicht* erlass* ministerium*
    dienstversamml* planstellen* fachaufsicht* schulen landesweit* dienstlich* schulrechtlich* stellenzuweis* schulgesetz* referat*`,
  freier_traeger: `traeger* verein* mitarbeitend* mitarbeitendenversammlung* fachkraef* einrichtung* leistungsvereinbar* entgelt* fachleistungsstund*
    schulbegleitungen jugendhilfe* wohlfahrt* einsatzleitung* kolleginnen teams angebot* bieter* los lose ausschreib* portal* unterlagen
    tagesgruppe* paedagogisch* geschaeftsfuehr* kalkul* bereichsleitung* fallzahlen* kostenzusag* betriebsrat* beschaeftigte*`,
  jugendamt: `asd hilfeplan* jugendamt* jugendhilfe* eingliederungshilfe* fallzust* fall faelle pflegestell* wirtschaftlich* 35a sgb viii
    bewillig* kolleginnen kollegen hilfen regionalteam* bezirkssozial* jugendhilfeplan* teamsitzung* vorlage kreise landkreis* fachtag*
    amtshilfe* zustaendigkeitswechsel* kostentraeger*`,
  kreisverwaltung: `kreis* kreispraesident* landrat* landraet* fachdienst* vergabestelle* kaemmer* controlling* produkt* prognose* quartalsbericht*
    stellenplan* vorlage* mitzeichn* personalrat* haushaltsplan* zuarbeit* frist* bericht* grusswort* intranet* raum buchung* dienstwagen*
    kolleginnen kollegen rueckmeldung* excel umlauf* aktenzeichen* dezernat* dezernent*`,
  politik: `fraktion* ausschuss* kreistag* gemeinderat* stadtrat* antrag* anfrage* sitzung* beschluss* tagesordnung* vorlage* tischvorlage*
    ratsinfo* abgeordnet* wahlkreis* partei* landtag* mandat* waehler* buergersprechstund* haushaltsberatung* opposition* beraten
    mitglied* kreistagsmitglied*`,
  presse: `redaktion* artikel* bericht* sendung* live hoerer* leser* interview* zitat* statement* presse* recherch* veroeffentlich*
    reportage* ausgabe* radio* fernsehen* kamera* journalist* stellungnahme* kollegengespraech* bild* foto*`,
  bewerber: `bewerb* bewerbungsphase* stelle lebenslauf* zeugnis* einstell* gesucht sucht nehmt quereinst* anfangen praktik* erfahrung*
    gearbeitet teilzeit* vollzeit* verdien* gehalt* vorstellungsgespraech* kennenlern* job arbeit studium* studiere* ausbildung*
    jugendleiter* freue initiativ* interessiere* wechseln beruf* berufserfahrung*`,
  sonstige: `verband* sozialverband* mitglied* beratung* universit* studie* forsch* umfrage* firma* produkt* loesung* angebot* kunden*
    nachbar* buerger* anwalt* mandant* gericht* verein* kita* praxis* arzt* praxis therap* ehrenamt* lesepat* freundin freund statistik*
    erhebung* newsletter* vermitteln* liefern* muster* rundmail* steuer* werbung* typ garten`,
  automatisch: `automatisch* abwesen* zustell* zugestellt* zurueckgestellt* unzustell* postmaster* mailer* daemon* failure* delivery* undeliver* noreply*
    lesebestaetig* empfangsbestaetig* autoreply* abwesenheit* weitergeleitet`,
}
