import type { DangerGroup } from './dangerGroups.ts'
import type { SignLine } from './sign.ts'

const zones = ['body'] as const
const kid =
  '(kind|kinder|kindern|kleine|kleinen|kleiner|junge|jungen|jungs|maedchen|sohn|soehne|tochter|toechter|bruder|schwester|geschwister|enkel|enkelin|enkelkind|baby|saeugling|schueler|schuelerin|neffe|nichte|stiefsohn|stieftochter|erstklaessler|grosse|grossen|aelteste|aeltesten|ihn|sie|mich|uns)'
const adult =
  '(vater|mutter|mama|papa|eltern|stiefvater|stiefmutter|mann|freund|onkel|opa|oma|ex|bruder|frau|lebensgefaehrte|partner|exmann)'
const hit =
  '(schlaegt|schlagen|schlug|geschlagen|verpruegelt|verpruegeln|pruegelt|gepruegelt|haut|gehauen|verhauen|ohrfeigt|geohrfeigt|tritt|getreten|wuergt|gewuergt|schuettelt|geschuettelt|schubst|gestossen|gezerrt|verdroschen|vermoebelt|versohlt|kneift|misshandelt)'

/** What somebody does to a child, or a child to itself. */
export const harmLines: SignLine<DangerGroup>[] = [
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
      (niemandem|keinem|keinen) … (sagen|erzaehlen|verraten); unser geheimnis; (nicht|nie) … (gesagt|sagen|reden) weil … (partner|mann|freund|vater|er|sie) … dabei; (bitte )?nicht (bei (uns|mir)|zu ?hause|zuhause) (anrufen|melden|klingeln); komm(e)? nicht (gegen ihn|dagegen) an;
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
]
