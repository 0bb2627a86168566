import type { Flag } from './labels.ts'
import { type SignLine, signs } from './sign.ts'

const all = ['subject', 'body'] as const
const who = ['name', 'signature', 'local', 'domain'] as const
const help =
  '(schulbegleit*|begleit*|hilfe|hilfen|unterstuetzung|eingliederungshilfe|assistenz|schulassistenz|integrationskraft|integrationshelf*|i kraft|person|foerder*|frau)'

/**
 * Signs that route a letter past its topic. A flag stands when its weights add up to `flagThreshold`;
 * flags.ts decides the ones that depend on who writes.
 */
export const flagThreshold = 2

const lines: SignLine<Flag>[] = [
  // § 16 SGB I, § 14 SGB IX: an informal application counts from its receipt.
  {
    label: 'antrag_verdacht',
    weight: 2,
    kind: 'formloser Antrag',
    in: all,
    any: `
      (hiermit )?beantrage(n)? (ich|wir) … ${help};
      (hiermit )?(moechte|moechten|will|wollen|wuerde|wuerden) … ${help} … (beantragen|stellen);
      (moechte|moechten|will|wollen|wuerde|wuerden) … beantragen;
      (moechte|moechten|will|wollen) … antrag (machen|stellen); antrag auf ${help};
      formlose[rn]? antrag; als (formlosen )?antrag (an|werten|verstehen); (formlose[rn]?|einen) antrag … ${help};
      (bitte|bitten) … um (bewilligung|gewaehrung|genehmigung) … ${help};
      ich brauche … ${help} … (sohn|tochter|kind);
      antrag (fuer|fur) (schulbegleit*|begleit*|schulassist*|assistenz|hilfe); antrag (fuer|fur) (mein|meine|meinen|unser|unsere|unseren)? ?(kind|sohn|tochter);
      stelle(n)? (ich|wir) … antrag; (persoenliches budget|nachteilsausgleich) (beantrage|beantragen)`,
  },
  {
    label: 'antrag_verdacht',
    weight: -3,
    kind: 'Antrag anderer Art',
    in: all,
    any: `
      antrag … (zurueck|zurueckziehen); (ziehe|ziehen) … antrag … zurueck; (ziehe|ziehen) (ich|wir)? ?(den|unseren|meinen) antrag;
      (nach|gemaess|aufgrund) … (izg*|informationszugang*|informationsfreiheit*); (die|unsere) fraktion;
      teilnahmeantr*; antrag zum haushalt; haben (einen|den) antrag … gestellt;
      anfrage nach geschaeftsordnung; wo stellt man; urlaubsantrag; bauantrag`,
  },

  // § 36a SGB I, § 70 VwGO, § 84 SGG: a person must see it at once.
  {
    label: 'widerspruch',
    weight: 2,
    kind: 'Widerspruch',
    in: all,
    any: `
      (lege|legen|einlegen|erhebe|erheben) … (widerspruch|einspruch);
      (widerspruch|einspruch) (gegen|ein|einlegen|eingelegt); widerspruch; einspruch;
      (erhebe|erheben|reiche*) … klage; nicht einverstanden mit (dem|ihrem) bescheid;
      bin mit dem bescheid … nicht einverstanden; wehre mich gegen … bescheid`,
  },
  {
    label: 'widerspruch',
    weight: -3,
    kind: 'Widerspruch anderer Art',
    in: all,
    any: `
      im widerspruch (zu|zum|mit|steht); ohne widerspruch; widerspruch zwischen;
      widerspruch der datenverarbeitung; kein widerspruch`,
  },

  // § 160 Abs. 3 GWB: no special form.
  {
    label: 'ruege',
    weight: 2,
    kind: 'Rüge eines Vergabeverstoßes',
    in: all,
    any: `
      (ich|wir|namens|hiermit) … ruege(n)?;
      ruege(n)? (ich|wir|hiermit|gemaess|nach|gem|gegen|die|dass|unserer|fehlende*|mangelnde*);
      ruegen gemaess; ruegeschreiben; vergabeverst*; § 160; nachpruefungsverfahren (einleiten|beantragen);
      nachpruefungsantrag (stellen|einreichen); verfahrensruege; ruege; ruegt … vergabe*;
      vergaberechtswidrig*; verstoss gegen … (§ 97|vergaberecht|gwb|vgv)`,
  },
  {
    label: 'ruege',
    weight: -4,
    kind: 'Rügen ist hier ein Ort',
    in: all,
    any: `
      (auf|nach|insel|von) ruegen; ruegen (urlaub|fahren|ferien); ruege (im|vom) (unterricht|lehrer)`,
  },

  {
    label: 'angebot_anlage',
    weight: 2,
    kind: 'Angebot oder Teilnahmeantrag als Anlage',
    in: [...all, 'attachments'],
    any: `
      (anbei|anlage|anhang|beigefuegt|beiliegend|angehaengt|uebersenden|uebersende|erhalten sie|reichen wir|schicken wir) … ((erst|letztes |indikatives )?angebot* (fuer|zum|mit|nebst|und|auf|im|zu|los)|erstangebot|preisblatt|kalkulation|teilnahmeantr*|angebotsunterlagen);
      als anlage uebersenden wir … erstangebot; geben wir … angebot ab;
      (erst)?angebot* … (preisblatt|kalkulation|los [1-9]);
      (unser|unseren) teilnahmeantrag (anbei|im anhang|als)*; (unser|das) angebot (im anhang|anbei)`,
  },
  {
    label: 'angebot_anlage',
    weight: 2,
    kind: 'Name einer Anlage',
    in: ['attachments'],
    any: `
      *angebot*; *kalkulation*; *teilnahmeantrag*; *preisblatt*`,
  },
  {
    label: 'angebot_anlage',
    weight: -4,
    kind: 'Angebot anderer Art',
    in: all,
    any: `
      unverbindlich*; rabatt*; software; newsletter; kostenlos*`,
  },

  {
    label: 'anwalt',
    weight: 2,
    kind: 'Anwaltsschreiben',
    in: [...who, 'body'],
    any: `
      *kanzlei*; rechtsanw*; rechtsanwaelt*; fachanw*; ra; rain; *rechtsanwaelte*; anwalts*;
      (unserer|meiner|meines|unseres|meine|unsere) mandant*; zeige ich … vollmacht*; anwaltlich versicher*`,
  },
  {
    label: 'anwalt',
    weight: -3,
    kind: 'spricht über einen Anwalt',
    in: all,
    any: `
      (unser|mein|einen|einem|zum|meinen) (rechts)?anwalt`,
  },

  {
    label: 'dsgvo',
    weight: 2,
    kind: 'Rechte nach der DSGVO',
    in: all,
    any: `
      (gemaess|nach|laut) (art|artikel) (15|16|17|18|20|21);
      (auskunft|loeschung|berichtigung) … (dsgvo|ds gvo|§ 83|art|artikel);
      (mitteilen|mit|auskunft|wissen) … (welche|alle) … daten … (gespeichert|speichern|haben sie|verarbeiten);
      (welche daten|was) … (ueber|zu|von) (mich|mir|uns) … (gespeichert|haben|speichern);
      loeschen sie … (daten|foto*|bild*|bewerbung|angaben|alles); loeschung (meiner|unserer|aller);
      (widerrufe|widerrufen) … einwilligung; einwilligung … (nie|nicht) … (gegeben|erteilt);
      recht auf (auskunft|loeschung|vergessen*); datenauskunft; selbstauskunft;
      (beschwerde|widerspruch) … (datenverarbeitung|datenschutz*); datenkopie; kopie (aller|meiner) daten; aus … verteiler*; (streichen|nehmen|entfernen) (sie )?mich aus; nie (zugestimmt|eingewilligt)`,
  },

  {
    label: 'izg',
    weight: 2,
    kind: 'Antrag auf Informationszugang',
    in: all,
    any: `
      izg*; informationszugangs*; informationsfreiheits*;
      (nach|gemaess|laut) (dem )?(ifg|uig|umweltinformationsgesetz); fragdenstaat; frag den staat;
      transparenzgesetz`,
  },

  {
    label: 'presse',
    weight: 2,
    kind: 'Anfrage eines Mediums',
    in: [...all, 'name', 'signature'],
    any: `
      presseanfrage*;
      anfrage (vom|der|von) (ndr|shz|abendblatt|redaktion|lokalredaktion|presse|zeitung|zdf|wdr|rtl|spiegel)*;
      drehanfrage; redaktionsschluss;
      fuer (einen|den) (artikel|fernsehbeitrag|radiobeitrag|zeitungsbericht); *redaktion; redakteur*;
      *journalist*`,
  },

  {
    label: 'elternvertretung',
    weight: 2,
    kind: 'Elternvertretung',
    in: [...all, ...who],
    any: `
      (schul|kreis|landes|stadt)elternbeirat*; (schul|kreis|landes|stadt|bezirks)elternrat*;
      (klassen)?elternvertret*; elternsprecher*; schulpflegschaft*; bezirkselternausschuss; seb; keb; leb;
      im namen (der|aller) eltern*; im auftrag der (anderen )?eltern; elternbeirat*;
      (wir )?die eltern der [a-z0-9]*`,
  },
  {
    label: 'elternvertretung',
    weight: -3,
    kind: 'spricht über die Elternvertretung',
    in: all,
    any: `
      (den|dem|an den|unser|unserem|vom|der) (schul|kreis)?elternbeirat (gefragt|gesprochen|informiert|hat mir|meint|sagt)`,
  },

  {
    label: 'beschaeftigt_bei_traeger',
    weight: 2,
    kind: 'bei einem Träger beschäftigt',
    in: [...all, 'name', 'signature'],
    any: `
      arbeite … als (schulbegleit*|schulassist*|i helfer*|integration*|inklusionshelf*|schulhelf*);
      (ich )?bin … als (schulbegleit*|schulassist*|i helfer*|integration*) … (angestellt|beschaeftigt|taetig);
      als (schulbegleit*|schulassist*|i helfer*|integration*) (angestellt|beschaeftigt|taetig|bei einem);
      (ich )?bin (schulbegleit*|schulassistent*|i helfer*|integrationskraft|schulhelfer*);
      (ich )?bin bei einem (freien )?traeger; (werden|sind) wir … (uebernommen|arbeitslos);
      unser arbeitgeber … (traeger|sagt); ich begleite (einen|ein|eine) (jungen|maedchen|kind|schueler*);
      schulbegleiterin`,
  },
  {
    label: 'beschaeftigt_bei_traeger',
    weight: -2,
    kind: 'spricht über eine Begleitung',
    in: all,
    any: `
      (die|unsere|seine|ihre|meine|eine) schulbegleiterin;
      (schulbegleiterin|begleiterin) (von|meines|unseres|fuer)`,
  },

  {
    label: 'gremienmitglied',
    weight: 2,
    kind: 'Mitglied eines Gremiums',
    in: [...all, 'signature', 'name'],
    any: `
      (als|eigenschaft als) … mitglied (des|im|in) … (ausschuss*|jugendhilfeausschuss*|jha|kreistag*|finanzausschuss*|schulausschuss*);
      (ich )?(sitze|bin) … (im|in) (jugendhilfeausschuss|jha|finanzausschuss|schulausschuss);
      (beratendes|stimmberechtigtes|buergerliches|sachkundiges) mitglied;
      mitglied (des|im) (jugendhilfeausschuss*|jha)`,
  },

  {
    label: 'gericht_vergabekammer',
    weight: 2,
    kind: 'Gericht oder Vergabekammer',
    in: who,
    any: `
      *vergabekammer*; (ober|bundes)?verwaltungsgericht*;
      (familien|amts|land|oberlandes|sozial|landessozial)gericht*; (vg|ovg|olg|lsg) [a-z]*;
      staatsanwaltschaft`,
  },
  {
    label: 'gericht_vergabekammer',
    weight: 2,
    kind: 'Schreiben eines Gerichts',
    in: all,
    any: `
      zustellung (des )?nachpruefungsantr*; § 169; verwaltungsrechtssache;
      antragsgegner … (aufgefordert|gelegenheit); vergabeakten … vorzulegen; auf anordnung (des|der)?`,
  },
  {
    label: 'gericht_vergabekammer',
    weight: -2,
    kind: 'Schreiben eines Anwalts',
    in: who,
    any: `
      *kanzlei*; rechtsanw*; ra; rain; *redaktion*`,
  },
]

export const flagSigns = signs(lines)
export const rightsSigns = flagSigns.filter(sign => sign.label === 'dsgvo')

/** Words for illness, disability and aid (Art. 9 DSGVO, § 67a Abs. 1 SGB X); together with a concrete person they make a letter `sensibel`. */
export const healthSigns = signs([
  {
    label: 'sensibel',
    weight: 1,
    kind: 'Angaben zur Gesundheit oder zu einer Hilfe',
    in: all,
    any: `
      autis*; asperger*; adhs; ads; fasd; fas; epilep*; trisomie*; down syndrom; diabet*; *behinder*;
      spasti*; laehmung*; pflegegrad*; pflegestufe; schwerbehindert*; rollstuhl*; diagnos*;
      (gutachten|arztbericht|befund)*; *therapie*; medikament*; depress*; traumati*;
      psych(isch|iatr|othera)*; spz; kjp; lese rechtschreib*; lrs; dyskalkulie; mutis*;
      entwicklungsverzoeger*; (nicht|schlecht|wenig) (gut )?(sprechen|hoeren|sehen|laufen); inkontinen*;
      windel*; (auf|zur|nicht) toilette; foerderbedarf; i status;
      (stunden|begleitung) … (gekuerzt|gesenkt|bewilligt|abgelehnt);
      (ablehnung|bescheid) … (schulbegleitung|begleitung|stunden);
      (schul)?begleitung … (krank|fehlt|wechsel*|gekuendigt); hilfeplan*;
      eingliederungshilfe (schulbegleitung)*; bauchschmerzen; alkohol*; drogen*; sucht`,
  },
])
