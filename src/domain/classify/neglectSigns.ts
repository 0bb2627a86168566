import type { DangerGroup } from './dangerGroups.ts'
import type { SignLine } from './sign.ts'

const zones = ['body'] as const
const adult =
  '(vater|mutter|mama|papa|eltern|stiefvater|stiefmutter|mann|freund|onkel|opa|oma|ex|bruder|frau|lebensgefaehrte|partner|exmann)'

/** What a child lacks, fears or flees from at home. */
export const neglectLines: SignLine<DangerGroup>[] = [
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
  {
    label: 'body',
    weight: 1,
    kind: 'Körper zeigt Angst',
    in: zones,
    any: `
      uebergibt sich; erbricht*; wird ihr schlecht; wird ihm schlecht;
      (naesst|eingenaesst|einnaessen|einnaesst|einkotet|eingekotet|macht wieder ins bett|ins bett macht);
      zittert; erstarrt; macht (sich )?in die hose; schreckhaft; albtraeume; isst (nicht|nichts) mehr; deutlich abgenommen; stark abgenommen; (sehr|ganz|auffallend) (blass|mager|duenn)`,
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
      eingeschlossen; ins zimmer (ge)?sperr*; eingesperrt; (sperrt|schliesst|steckt|gesperrt|geschlossen) … (ein|kammer|abstellkammer|keller|bad|klo|zimmer|schrank|balkon|garage|schuppen|dunkle*);
      (keller|balkon|abstellkammer|dachboden|garage|schuppen|flur) … (bleiben|schlafen|sperr*|uebernacht*)`,
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
    label: 'strain',
    weight: 1,
    kind: 'jemand kann nicht mehr',
    in: zones,
    any: `
      (kann|koennen|halte*|haelt) … (nicht mehr|nimmer|das nicht)( weiter| aus)?; weiss nicht (mehr )?weiter;
      am ende; hilfe bitte; (wo|wohin) … (hin sollen|hin soll|hilfe); bitte (helfen|hilf); verzweifelt`,
  },
]
