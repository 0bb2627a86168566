import { type SignLine, signs } from './sign.ts'

/*
 * Words for danger to a child. The loud ones (Misshandlung, Kindeswohlgefährdung) stand mostly in concepts, training
 * offers and statistics; the real hint is mostly one plain sentence. So loud words count only beside a
 * concrete child, plain sentences by themselves. Recall before precision: any doubt rings (domain.md 8, K1).
 */

/** What the sign is about; of each group only the strongest sign counts. */
export type DangerGroup =
  | 'violence'
  | 'injury'
  | 'fear'
  | 'neglect'
  | 'alone'
  | 'sexual'
  | 'suicide'
  | 'threat'
  | 'missing'
  | 'word'
  | 'secret'
  | 'strain'
  | 'mark'
  | 'excuse'
  | 'marriage'
  | 'body'
  | 'touch'
  | 'food'
  | 'shut'
  | 'outside'
  | 'anger'
  | 'care'

const zones = ['body'] as const
const kid =
  '(kind|kinder|kindern|kleine|kleinen|kleiner|junge|jungen|jungs|maedchen|sohn|soehne|tochter|toechter|bruder|schwester|geschwister|enkel|enkelin|enkelkind|baby|saeugling|schueler|schuelerin|neffe|nichte|stiefsohn|stieftochter|erstklaessler|grosse|grossen|aelteste|aeltesten|ihn|sie|mich|uns)'
const adult =
  '(vater|mutter|mama|papa|eltern|stiefvater|stiefmutter|mann|freund|onkel|opa|oma|ex|bruder|frau|lebensgefaehrte|partner|exmann)'
const hit =
  '(schlaegt|schlagen|schlug|geschlagen|verpruegelt|verpruegeln|pruegelt|gepruegelt|haut|gehauen|verhauen|ohrfeigt|geohrfeigt|tritt|getreten|wuergt|gewuergt|schuettelt|geschuettelt|schubst|gestossen|gezerrt|verdroschen|vermoebelt|versohlt|kneift|misshandelt)'

const plain: SignLine<DangerGroup>[] = [
  {
    label: 'violence',
    weight: 3,
    kind: 'Hinweis auf Gewalt',
    in: zones,
    any: `
      ${adult} … ${hit} … ${kid}; ${adult} … ${kid} … ${hit};
      ${hit} … ${kid} … (guertel|kabel|stock|kochloeffel|hand|faust);
      (von|vom) (seinem|ihrem|der|dem|mein*|sein*|ihr*)? ?${adult} … ${hit};
      (schlaegt|schlagen|haut|gehauen|geschlagen|verpruegelt) … (mit|mitm) … (guertel|kabel|stock|kochloeffel|kleiderbuegel|schuh|faust|gegenstand|leine);
      (guertel|kabel|stock|kochloeffel) … (schlaegt|schlagen|haut|gehauen|geschlagen);
      (er|sie|der|die) (hat|haben) … ${kid} (schon ?mal |oefter |wieder |gestern |heute )?(geschlagen|gehauen|verpruegelt|gewuergt|getreten|geschuettelt);
      (die )?hand ausgerutscht;
      (so )?(fest|hart|doll|grob) … (gepackt|angepackt|zugeschlagen|geschuettelt); aus dem bett gezerrt; (messer|schere|feuerzeug|kissen) … (hals|kehle|gesicht|kopf); (ins|in|unter) … (kalte|kaltem|heisse) (wasser|dusche); pruegel angedroht; ruhig ?gestellt; (damit|bis) … (ruhe ist|still ist|ruhig ist|aufhoert);
      (schreit|bruellt|schreien) … (die )?(kinder|kind|kleine*|sohn|tochter) an;
      (poltert|kracht|knallt) es; gegen die wand; bekommt schlaege;
      kriegt (was|eine|welche|schlaege|pruegel); schlaege (bekommen|kriegt|zuhause|zu hause);
      zuhause … (geschlagen|gehauen|verhauen); zu hause … (geschlagen|gehauen|verhauen);
      (beat|beats|hits|hit|dayak|bije|bic|boije|darab)`,
  },
  {
    label: 'violence',
    weight: 2,
    kind: 'Hinweis auf Gewalt',
    in: zones,
    any: `
      ${adult} … (rastet|flippt|ausraste*|ausgerastet|gewalttaetig|aggressiv|handgreiflich|zugeschlagen|brutal);
      haeusliche gewalt; frauenhaus; angst vor mir selb*;
      (nachbarn|polizei) (war|kam|waren) … (wieder|gestern|nacht|wohnung);
      ${hit} (er|sie|der|die) … ${kid}; trinkt und wird (dann )?(laut|boese|aggressiv);
      (ihn|sie|das kind) … an den haaren; hoere … (weinen|schreien|wimmern|schlaege|schreie);
      (weint|weinen|schreit|schreien|wimmert) … (jede nacht|jeden abend|nachts|stundenlang|ganze nacht);
      (jede nacht|jeden abend|nachts|stundenlang|ganze nacht) … (weint|weinen|schreit|schreien|wimmert|gebruell)`,
  },

  {
    label: 'injury',
    weight: 3,
    kind: 'Hinweis auf Verletzungen',
    in: zones,
    any: `
      blaue[rnm]? (fleck*|stelle*|auge*|male?|arm*|mal); blau und gruen;
      (haematom*|striemen|wuergemal*|brandwunde*|brandmal*|verbruehung*|bissspur*|bisswunde*|kratzspur*|fesselspur*|fingerabdruecke am);
      (rote|blutige|dunkle|lange|frische) (striche|streifen|striemen|male|abdruecke|handabdruck*);
      (zigaretten|brand)(narben|wunden|male); bluterguss*; bluterguesse;
      (arm|unterarm|rippen|bein|knochen|schaedel)*bruch … (verzoegert|spaet|nicht passt|erklaerung);
      erklaerung der eltern passt nicht;
      gebrochene[nr]? (arm|rippe*|finger) … (zuhause|gefallen|angeblich);
      (platzwunde|verletzungen|verletzung) … (erklaer*|zuhause|zu hause|angeblich|gefallen);
      (neue|frische|wieder|staendig) (verletzungen|wunden|flecken); verbrennungen an`,
  },

  {
    label: 'fear',
    weight: 3,
    kind: 'Angst vor zu Hause',
    in: zones,
    any: `
      (will|moechte|mag|wollte|traut|darf|moecht|wolle) … nicht … (nach|nachhause|zu|heim|hause) ?(hause|haus)?;
      (angst|panik|bange) … (nach hause|nachhause|heim|heimzugehen|zu hause|zuhause);
      (nach hause|nachhause|heim) … (angst|panik|traut sich nicht|will nicht|moechte nicht|weint);
      angst … (vor|vorm) (seinem|ihrem|dem|der|mein*|seiner|ihrer|neuen)? ?${adult}; versteckt sich;
      (will|moechte|mag) … (da|dort|bei (ihm|papa|mama|ihr)|beim papa|zum papa|zu ihm|zur mama) … nicht (mehr )?(schlafen|hin|sein|bleiben|uebernachten);
      (will|moechte|mag) (der|die|das|er|sie|es)? ?(junge|kind|kleine|maedchen)? ?(da|dort) nicht mehr (schlafen|hin|sein|bleiben|wohnen);
      (zuckt|duckt) … (zusammen|weg); fleht … (nicht|bleiben);
      (klammert|weint|schreit) … (abholung|abgeholt wird|wenn (der|die|mama|papa|sie|er) (kommt|abholt));
      (muss|musste) … (zu (mamas|papas)|zum) (freund|vater|stiefvater) … (springt|laeuft|haut ab|weint);
      laeuft … (von zuhause|von zu hause) weg; von (zuhause|zu hause) (abgehauen|weggelaufen|ausgerissen);
      lieber (in der schule|hier) bleiben; kommen nicht rein; nur … (windel|unterhose|t shirt|socken) … grad; nur (eine|ne|in|im) (windel|unterhose|schlafanzug)`,
  },

  {
    label: 'neglect',
    weight: 3,
    kind: 'Hinweis auf Vernachlässigung',
    in: zones,
    any: `
      (bittet|bettelt|fragt|gefragt|gebeten|gebettelt|klaut|nimmt) … (um|nach) (essen|brot|was zu essen|etwas zu essen|geld fuer);
      (kinder|kindern) … um (essen|brot); (klaut|stiehlt|nimmt sich) … (essen|brot*|pausenbrot*);
      kriegt … nichts zu essen;
      (bekommt|kriegt|hat|gibt|hatte) … (nichts|nix|kein) … (zu )?(essen|trinken|gegessen|abendbrot|fruehstueck|mittag*);
      seit (gestern|tagen|zwei tagen|dem wochenende) nichts (mehr )?gegessen;
      (ausgehungert|verwahrlost*|verhungert|unterernaehrt|verdreckt|vermuellt*|zugemuellt*);
      windel* … (nicht|nie|ganze wochenende) … gewechselt; (ganz|voellig|schon) wund;
      (barfuss|im schlafanzug|ohne schuhe|in unterwaesche|in socken) … (treppenhaus|draussen|strasse|schnee|regen|winter|haustuer|schule);
      (treppenhaus|draussen|strasse|schnee|regen) … (barfuss|im schlafanzug|ohne schuhe);
      ohne (fruehstueck|jacke|essen|schuhe|brot|pausenbrot|winterjacke|struempfe) … (ohne|und|kommt|schule|hungrig);
      kommt … ohne (fruehstueck|jacke|essen|schuhe|brot|pausenbrot|winterjacke);
      (kein|keinen) (strom|heizung|wasser) … (kind*|familie|wohnung|zuhause);
      (stinkt|riecht) … (urin|uringeruch|nach pipi|kot);
      (eingesperrt|einsperrt|sperrt … ein|eingeschlossen|weggesperrt|angebunden|festgebunden|angekettet);
      (vernachlaessigt|verwahrlosung) (wird|werden|worden|des|der)?; (keiner|niemand) kuemmert sich;
      (wickelt|versorgt|fuettert|kocht fuer) … (kleine|kleinen|klein*) (schwester|bruder|geschwister);
      (seine|ihre) kleine[n]? (schwester|bruder|geschwister) … (wickelt|versorgt|fuettert|allein)`,
  },
  {
    label: 'neglect',
    weight: 2,
    kind: 'Hinweis auf Vernachlässigung',
    in: zones,
    any: `
      (hungrig|hunger|abgemagert|ausgemergelt); dieselben (sachen|kleider|klamotten);
      (ungewaschen|ungepflegt|schmutzig*|zahnfaeule|verfilzt*);
      (mutter|mama|vater|papa|eltern) … (riecht|fahne|betrunken|alkohol|drogen|lallt|zugedroehnt|high|saeuft|trinkt|trinken|besoffen);
      (mann|ex|freund|partner) … (trinkt|saeuft|betrunken|besoffen|drogen);
      riecht … (alkohol|schnaps|bier); (schlaeft|schlafen|uebernachten|bin|sind) … (im|in einem) auto;
      schlaeft … im unterricht … ein; schlaeft im unterricht;
      seit (wochen|tagen|monaten) … (ohne|kein|keine) (fruehstueck|essen|jacke|pausenbrot);
      ohne (fruehstueck|winterjacke|pausenbrot); (nicht|nie) zum arzt; keine medikamente`,
  },

  {
    label: 'alone',
    weight: 3,
    kind: 'Kind ohne Aufsicht',
    in: zones,
    any: `
      nachts … (keiner|niemand|allein|alleine|nicht da|gar nicht da|weg);
      (keiner|niemand|keiner mehr|niemand mehr) … (nachts|zuhause|zu hause|daheim|da ist);
      (zuhause|zu hause|daheim) … (keiner|niemand);
      (allein|alleine) … (gelassen|zu hause|zuhause|in der wohnung|daheim|eingeschlossen);
      (laesst|lassen|liess) … (allein|alleine); steht … allein* vor;
      (mutter|mama|eltern|vater|papa) … (gar |oft |meistens |nachts |tagelang )?nicht da;
      (mutter|mama|eltern|vater|papa) … (tagelang|naechtelang|ueber nacht|seit tagen|seit gestern) … (weg|fort|verschwunden);
      kein angehoeriger erreichbar; (macht|bringt) sich … selbst … (essen|ins bett|fertig);
      (ganze|ganzen) (nacht|naechte|tag|tage|wochenende) … allein*; holt … (keiner|niemand) … ab;
      (keiner|niemand) … (abgeholt|holt … ab|macht auf)`,
  },

  {
    label: 'sexual',
    weight: 3,
    kind: 'Hinweis auf sexuelle Übergriffe',
    in: zones,
    any: `
      (nachts|abends) … (in (ihr|sein|mein) (zimmer|bett)|ins bett|ins zimmer);
      (fasst|fasste|angefasst|beruehrt|anfasst|fassen) … (an|intim*|unten|da unten|popo|scheide|penis|unterhose|nachts|wo (sie|er) nicht);
      (onkel|papa|vater|stiefvater|opa|trainer|freund|nachbar|lehrer|betreuer) … (angefasst|anfasst|unsittlich|intim|nackt*|ins bett|streichelt);
      (nackt|nackte|nacktfoto*|nacktbild*) … (foto*|bild*|film*|schick*|zeigen|ausziehen|muss);
      nackt(fotos|bilder|foto|bild);
      (vergewaltig*|sexuell*|sexualisiert*) … (kind|maedchen|junge*|tochter|sohn|schueler*|uebergriff*|belaestigt|missbraucht|berueht);
      (missbraucht|missbrauchen|vergewaltigt);
      (zieht|ausziehen|auszieht|ausgezogen) … (vor|beim) (onkel|ihm|papa|opa|freund);
      spielt … (sexuelle|doktor*) … nach; legt sich … zu (ihr|ihm|mir|dem kind) ins bett`,
  },
  {
    label: 'secret',
    weight: 2,
    kind: 'Kind soll oder will schweigen',
    in: zones,
    any: `
      (darf|soll|darfst|duerfen) … (nichts|nix|nicht|niemandem|keinem) … (sagen|erzaehlen|verraten|drueber reden);
      (niemandem|keinem|keinen) … (sagen|erzaehlen|verraten); unser geheimnis;
      bat (mich|sie|uns) … niemand*; (mama|papa|eltern|mutter) weiss nicht dass ich;
      sagt … (nichts|keinem) … (angst|sonst)`,
  },

  {
    label: 'suicide',
    weight: 3,
    kind: 'Hinweis auf Selbstgefährdung',
    in: zones,
    any: `
      (nicht|nimmer) mehr (leben|da sein|auf der welt|weiterleben|aufwachen);
      nicht mehr da (ist|bin|sein|sei);
      (umbringen|umbringt|suizid*|selbstmord*|selbsttoetung|abschiedsbrief*);
      (will|moechte|wollte|wuensch*|waere … (am )?liebsten|besser|lieber) … (sterben|tot|weg sein|tot sein|einschlafen);
      (sterben|tot sein) (will|moechte|wolle|wollen);
      (springt|springe|springen|spring|gesprungen|gestuerzt) … (vom|aus dem|von der|vor (den|die|einen)) … (balkon|fenster|dach|bruecke|zug|bahn|auto|haus*);
      (ritzt|ritzen|geritzt|schneidet) … (sich|mich|arm*|bein*);
      (sich|mich|selbst) … (ritzt|ritzen|geritzt); selbstverletz*;
      (tabletten|pillen) … (geschluckt|genommen|gehortet|alle);
      leben … (beenden|nehmen|keinen sinn|keinen wert|satt); sich … (etwas|was) antun;
      (mir|uns|sich) etwas an(zu)?tu*;
      (heute|morgen|nachher|bald) … (was macht|schluss mach*|schluss|alles vorbei|ein ende);
      keinen (ausweg|sinn) mehr; nicht mehr aufwachen; erhaeng*`,
  },

  {
    label: 'threat',
    weight: 3,
    kind: 'Bedrohung',
    in: zones,
    any: `
      (droht|drohte|gedroht|bedroht|drohen|drohung*) … (kind*|ihn|sie|mir|uns|messer|um|tochter|sohn|schlag*|heim|mitnehm*|umzubringen|junge*|maedchen);
      (kind*|tochter|sohn|mich|uns|sie|ihn|junge*|maedchen) … (bedroht|gedroht|bedrohen);
      (holt|nimmt|bringt) (er|sie) (sie|die kinder|ihn|uns|das kind) … (weg|mit|ins ausland|nie|keiner|um|raus);
      sieht sie keiner; (entfuehr*|zwangsverheirat*|zwangsheirat|beschneid(en|ung|et));
      (messer|waffe|pistole|axt|hammer) … (kind*|bedroh*|wohnung|zuhause|sohn|tochter|droht|kueche);
      (verheiraten|verheiratet werden); (bringt|bringe|schlaegt|schlage) … (um|tot);
      ins ausland … (bringen|gebracht|verheirat*); (keiner|niemand) … (mehr )?wieder ?sieht`,
  },

  {
    label: 'missing',
    weight: 3,
    kind: 'Kind vermisst oder lange nicht gesehen',
    in: zones,
    any: `
      (kind|maedchen|junge*|kleine*|baby|sohn|tochter|schueler*) … (seit|schon) … (nicht mehr|nicht) … gesehen;
      (nicht mehr|lange nicht) gesehen;
      (kind|maedchen|junge*|sohn|tochter|schueler*) … (verschwunden|vermisst|weg);
      (verschwunden|vermisst) … (kind|maedchen|junge*|sohn|tochter);
      seit (wochen|tagen|monaten) … nicht (mehr )?in (der|die) schule … (niemand|keiner|eltern)`,
  },

  // Single details that mean little alone. They add up: a mark, an excuse and a family are more than a mark.
  {
    label: 'mark',
    weight: 2,
    kind: 'Spuren am Körper',
    in: zones,
    any: `
      abdr(u|ue)ck(e|en)?; (runde|kleine|viele|alte|neue|lauter)? ?narben;
      (geschwollene[nr]?|aufgeplatzte[nr]?|dicke|blutige) (lippe|auge|wange|nase|gesicht|backe);
      (rippen|schaedel|arm|knochen)[a-z]*(fraktur|bruch|brueche); *fraktur*; schuetteltrauma;
      (kopf|gesicht|hals|ruecken|po|oberarm*|oberschenkel|nacken|wange) … (verletz*|wund*|blau*|rot*|kratz*|verbrannt);
      (verletz*|wunden|blau*|kratzer|verbrannt*) … (kopf|gesicht|hals|ruecken|po|oberarm*|oberschenkel|nacken|wange);
      (nach|wie) (von )?zigaretten; zaehne ausgeschlagen; (blutet|humpelt|hinkt); beulen`,
  },
  {
    label: 'excuse',
    weight: 1,
    kind: 'Erklärung, die angezweifelt wird',
    in: zones,
    any: `
      angeblich; (er|sie|es) sei (nur |bloss )?(gefallen|gestuerzt|hingefallen|gegen);
      (mutter|vater|eltern|mama|papa|er|sie) (sagt|sagen|meint|meinte|behauptet) … (treppe|tuer|gefallen|fahrrad|hund|sturz|windpocken|gestolpert);
      erklaerung* … (passt|widerspruech*|unterschiedlich*); widerspruechlich; glaube ich nicht;
      schon wieder; letzte woche war es; diesmal`,
  },
  {
    label: 'marriage',
    weight: 3,
    kind: 'Hinweis auf Zwang',
    in: zones,
    any: `
      (soll|muss|soll sie) … (heiraten|verheiratet);
      (heiraten|verlobt|verheiratet) … (ist|erst|mit) (1[0-7]|zwoelf|dreizehn|vierzehn|fuenfzehn);
      pass … (weggenommen|abgenommen); ehre … familie; beschnitten`,
  },
  {
    label: 'body',
    weight: 1,
    kind: 'Körper zeigt Angst',
    in: zones,
    any: `
      uebergibt sich; erbricht*; wird ihr schlecht; wird ihm schlecht;
      (naesst|eingenaesst|einnaessen|einnaesst|einkotet|eingekotet|macht wieder ins bett|ins bett macht);
      zittert; erstarrt; macht (sich )?in die hose; schreckhaft; albtraeume; isst (nicht|nichts) mehr`,
  },
  {
    label: 'food',
    weight: 2,
    kind: 'Kind kommt nicht an Essen',
    in: zones,
    any: `
      schloss … (kuehlschrank|zimmer|tuer); (kuehlschrank|zimmer|tuer) … (schloss|abgeschlossen);
      muelleimer; aus dem muell`,
  },
  {
    label: 'shut',
    weight: 2,
    kind: 'Kind wird eingesperrt',
    in: zones,
    any: `
      eingeschlossen; ins zimmer (ge)?sperr*; eingesperrt`,
  },
  {
    label: 'outside',
    weight: 2,
    kind: 'Kind kann oder will nicht nach Hause',
    in: zones,
    any: `
      (bei uns|hier|zu uns) (einziehen|wohnen|bleiben|schlafen|uebernachten) (kann|darf|koennte);
      (mit|mich) (mit )?nach hause (nimmt|nehmen|mitnehmen); keiner aufmacht; niemand aufmacht;
      zu hause raus muss; (rausgeworfen|rausgeschmissen|rausgesetzt|vor die tuer gesetzt);
      sitzt … (vor dem tor|vor der tuer|auf der treppe|vor der schule);
      (bleibt|will) … (sitzen|nicht aussteigen|laenger bleiben);
      (seit|schon) … (ohne eltern|allein in der wohnung); ohne eltern`,
  },
  {
    label: 'anger',
    weight: 2,
    kind: 'Wut oder Gefahr zu Hause',
    in: zones,
    any: `
      (daheim|zuhause|zu hause) (wartet|gibt es|setzt es|kriegt|bekommt);
      (schmeisst|wirft|geworfen|geschmissen) … (schrank|wand|boden|teller|stuhl|mama|mutter|frau);
      (mama|mutter|frau) … (geworfen|gestossen|geschubst|geschlagen); angeschrien; nie geboren;
      was gemacht haette; sonst (noch )?was (mache|passiert);
      (wuenschte|wuensche) … (nicht|nie) (geboren|da); gefaengnis; (vorbestraft|verurteilt) … kind*`,
  },
  {
    label: 'care',
    weight: 2,
    kind: 'Kind wird nicht versorgt',
    in: zones,
    any: `
      macht (keiner|niemand) auf; liegt … (auf dem boden|im bett) und; steht nicht auf;
      (das gleiche|dieselbe|die gleiche|immer gleiche) (t shirt|hose|kleidung|pulli|sachen); voller laeuse;
      laeuse; geht … niemand … telefon; ans telefon geht niemand; quillt; fehlt seit;
      (nicht|nicht mehr) in die wohnung; gegen aerztlichen rat; gekrampft;
      (geben|gibt) … (medikamente|tabletten|insulin|anti[a-z]*) … nicht;
      (medikamente|tabletten|insulin|spritze*) … (nicht|nie|verweiger*)`,
  },
  {
    label: 'touch',
    weight: 2,
    kind: 'Hinweis auf Grenzverletzung',
    in: zones,
    any: `
      (macht|gemacht|machte|schickt) … (fotos|bilder|videos|film*) … (dusche|bad|nackt|bett|umzieh*|mir);
      (dusche|dusch|bade|bad|umziehe*|klo) … (fotos|film*|rein|zuguck*|zuschau*);
      (rein|reinkommt|kommt) … (wenn ich|beim) (dusch*|bad*|umziehen); an die unterhose; unterhose;
      (in|an) den schritt; saetze … nicht kennen; (kuesst|kuessen|gekuesst) … (mund|zunge); auf den schoss;
      (moechte|will|mag) … nicht (mehr )?(von|zu|mit|bei) … (abgeholt|abholen|allein|mitgehen|duschen|schlafen);
      nicht allein mit; duscht nie mit; chattet … (mann|erwachsen*|fremd*); (schreibt|chattet) … (typ|typen|mann) (der|aus|im|mit); (will|wollen) … treffen und … (keinem|niemandem); bilder geschickt; (hat|schickt) … (ihm|dem typen|einem mann) … (bilder|fotos|videos)`,
  },
  {
    label: 'suicide',
    weight: 2,
    kind: 'Hinweis auf Selbstgefährdung',
    in: zones,
    any: `
      (lieber|gern*|bald) … (im himmel|bei oma|bei opa|tot|weg|nicht da); im himmel waere;
      (messer|tabletten|gurt|seil) … (weggeraeumt|versteckt|weggeschlossen|gefunden);
      (waere|sei) … (besser|leichter) … (ohne mich|ohne ihn|ohne sie|nicht da);
      keiner (wuerde )?(mich )?vermiss*; nicht mehr (kann|will|moechte) (er|sie|ich);
      macht alles keinen sinn`,
  },
  {
    label: 'strain',
    weight: 1,
    kind: 'jemand kann nicht mehr',
    in: zones,
    any: `
      (kann|koennen|halte*|haelt) … (nicht mehr|nimmer|das nicht)( weiter| aus)?; weiss nicht (mehr )?weiter;
      am ende; hilfe bitte; (wo|wohin) … (hin sollen|hin soll|hilfe); bitte (helfen|hilf); verzweifelt`,
  },
]

/** Loud words: they count only when the letter speaks of a concrete child. */
const loud: SignLine<DangerGroup>[] = [
  {
    label: 'word',
    weight: 3,
    kind: 'nennt eine Gefährdung',
    in: zones,
    any: `
      kindeswohlgefaehrd*; kindeswohl; gefaehrdungsmeldung; 8a (meldung|fall|verdacht|mitteilung); § 8a;
      gewichtige anhaltspunkte; inobhut*; *missbrauch*; *misshandl*; vernachlaessig*; gewalt; verdacht auf;
      akut(e|er)? (gefahr|gefaehrdung); in gefahr;
      (kind|schueler*|junge*|maedchen) … (geschlagen|verletzt|bedroht|leidet); (ganz|sehr|akut) dringend;
      sofort jemand; notfall`,
  },
]

/** A child that exists: "ein Junge aus meiner Klasse", "das kleine Mädchen", "mein Enkel". */
const concrete = signs([
  {
    label: 'person',
    weight: 1,
    kind: 'ein bestimmtes Kind',
    in: ['body'],
    any: `
      (mein|meine|meinen|meinem|meiner|unser|unsere|unserem|unserer|seine|ihre|ihr|sein|sein*|ihr*) ([a-z]* ){0,2}(sohn|tochter|kind|junge*|maedchen|enkel*|kinder|kleine*|bruder|schwester|neffe|nichte|pflegekind*|patient*);
      (ein|eine|einem|einer|einen|eines|das|dem|den|der|die|dieses|zwei|drei) ([a-z0-9]* ){0,2}(junge|jungen|maedchen|schueler|schuelerin|kleine|kleinen|erstklaessler*|zweitklaessler*|viertklaessler*|enkel|enkelin|bruder|schwester|geschwister|baby|saeugling|aelteste|jaehrige[rsnm]?|jungs|patient*);
      (ein|einem|eines|das|dieses) kind (aus|das|mit|der|in|heute|hat|steht|sagt|erzaehlt|ist|war);
      (das|dieses|ein|dem|mein|unser) [a-z]{0,8}kind(es)?; [0-9]{1,2} jahre (alt)?;
      (mein|meine|meiner|meinen) (nichte|neffe|enkel*|grosse*|begleitkind);
      (einer|eine|eins|einem) (von|der|aus|unserer|meiner) ([a-z]* )?(jungs|jungen|maedchen|kleinen|kinder|kindern|schueler*);
      (zwei|drei|mehrere) kinder; drittklaessler*; (der|die) (kleinste|juengste|aelteste|mittlere)[nr]?; lesekind; patenkind*; (die|seine|ihre|deren) (kinder|kleinen) (vom|von|des|der); [a-z]* (vom|von) nachbarn; (saeugling|baby|kleinkind);
      (die|meine|beide|seine|ihre) (zwillinge|geschwister);
      mein(e|en|em)? (stief)?(papa|mama|vater|mutter|bruder|schwester); freundin von*;
      (ich|und) (bin|werde) (6|7|8|9|10|11|12|13|14|15|16); die familie;
      (leon|er|sie) (sagt|sagte|erzaehlt|erzaehlte|hat mir|kommt|will|schlaeft|wirkt|hat)`,
  },
])

/** Where words of danger are a topic, not an event. */
const asTopic = signs([
  {
    label: 'topic',
    weight: 1,
    kind: 'Gefährdung als Thema',
    in: ['subject', 'body'],
    any: `
      *schutzkonzept*; fortbildung*; seminar*; tagesseminar; workshop*; schulung*; fachtag*;
      theaterprojekt; theaterstueck; gewaltpraevention; gewaltschutz*; praevention*; vortrag*; statistik*;
      anzahl der; die zahl der; aufgeschluesselt; recherch*; jugendaemter;
      (unser|das|ein|im) (schul)?konzept; leitfaden; handreichung*; textbaustein; netzwerktreffen;
      (§ 8a|8a) abs* 4; insoweit erfahrene*; vereinbarung nach § 8a; verfahrensablauf;
      wie … (eingebunden|geregelt); bei verdachtsfaellen; fuer einen (artikel|beitrag|bericht);
      theaterstueck; masterarbeit; elternbroschuere; flyer; tagung`,
  },
])

/** The writer says that it is over. */
const closed = signs([
  {
    label: 'closed',
    weight: 1,
    kind: 'abgeschlossen',
    in: ['subject', 'body'],
    any: `
      entwarnung;
      (ist|hat sich|alles|inzwischen|laengst|mittlerweile|wurde) … (geklaert|erledigt|abgeschlossen|aufgeklaert|wieder gut);
      (faelle|fall) … abgeschlossen; missverstaendnis; fehlalarm; geht wieder gern*;
      nur (noch )?(um die zaehlung|fuer die statistik); hat sich … herausgestellt`,
  },
])

/** The writer tells of an everyday scrape. */
const minor = signs([
  {
    label: 'minor',
    weight: 1,
    kind: 'harmlos erzählt',
    in: ['subject', 'body'],
    any: `
      halb so (wild|schlimm); nicht (weiter )?(schlimm|tragisch); gerangelt; rangelei;
      beim (fussball|sport|turnen|toben|spielen|klettern) … (gefallen|verletzt|gestuerzt);
      aber das wird schon; zum glueck (ist )?nichts passiert`,
  },
])

export const plainDanger = signs(plain)
export const loudDanger = signs(loud)
export { asTopic, closed, concrete, minor }

/** Not danger by itself, but a concrete person's well-being: a person reads it the same working day. */
export const wellBeing = signs([
  {
    label: 'today',
    weight: 1,
    kind: 'Wohl eines Kindes berührt',
    in: ['subject', 'body'],
    any: `
      (zuhause|zu hause|daheim) (bleiben|sitzt|sitzen|ist); (sitzt|bleibt|ist) … (zuhause|zu hause|daheim);
      darf … nicht (mehr )?(besuchen|kommen|in die schule|zur schule|hin); darf … nur noch;
      nur noch (zwei|drei|eine|[0-9]) stunden;
      schule … (nicht mehr besuchen|ausgeschlossen|suspendiert|beurlaubt);
      (will|moechte|mag) nicht (mehr )?in die schule;
      (weint|weinen) … (jeden|jede|morgen|abend|nacht|nur noch|staendig|viel); hat … nur noch geweint;
      bauchschmerzen; bauchweh;
      (gemobbt|mobbing|geaergert|gehaenselt|eingeschuechtert|ausgelacht|verpruegelt);
      (wirkt|ist|sehr) … (traurig|still|verstoert|abgemagert|bedrueckt|veraengstigt|apathisch);
      zieht sich (zurueck|sehr zurueck|immer mehr zurueck); verzweifelt; weiss nicht (mehr )?weiter;
      (schlafe|schlaeft) … kaum; (laeuft|laufen|rennt|gelaufen) … weg; weglauf*;
      kann … nicht (alleine|allein) (auf|zur|die) toilette; toilette allein*;
      nicht mehr (weiter|warten|koennen|kann); kann … nicht mehr;
      (ueberfordert|ueberforderung|ueberlastet);
      (schulbegleit*|begleit*|integrationskraft|begleitung|frau was hilft) … (krank|gekuendigt|weg|nicht nachbesetzt|niemand*|keiner);
      (es )?(kommt|gibt) … (niemand|keine vertretung|keiner); findet niemanden;
      (rettungswagen|notaufnahme|krampfanfall|anfall|notarzt); polizei;
      (schlaegt|beisst|tritt|kratzt) (um sich|sich|andere|mitschueler); um sich; angst (um|vor|hat|zu|in);
      ohne (begleitung|betreuung|aufsicht|hilfe); existenz*; vielleicht ist nichts; sorge(n)? (um|mache*);
      mache(n)? (mir|uns) (grosse )?sorgen; (seelisch|psychisch) … (belast*|am ende|schlecht);
      trennen sich; braucht (dringend|sofort|unbedingt) hilfe; notlage; obdachlos*;
      kein(e)? (medikamente|essen|geld mehr); gefahr; gefaehrlich fuer (ihn|sie|mein*|das kind|andere);
      gestuerzt; verletzt*`,
  },
])
