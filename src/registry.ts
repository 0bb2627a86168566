import abdeckung from '../commands/abdeckung.ts'
import antragsweg from '../commands/antragsweg.ts'
import berichtErledigt from '../commands/berichtErledigt.ts'
import berichtOffen from '../commands/berichtOffen.ts'
import berichtSammelstand from '../commands/berichtSammelstand.ts'
import bezirkOffen from '../commands/bezirkOffen.ts'
import bezirkStatus from '../commands/bezirkStatus.ts'
import entwuerfe from '../commands/entwuerfe.ts'
import entwurfSenden from '../commands/entwurfSenden.ts'
import entwurfVerwerfen from '../commands/entwurfVerwerfen.ts'
import entwurfZeigen from '../commands/entwurfZeigen.ts'
import finanzierung from '../commands/finanzierung.ts'
import fristAnlegen from '../commands/fristAnlegen.ts'
import fristEntfaellt from '../commands/fristEntfaellt.ts'
import fristErledigt from '../commands/fristErledigt.ts'
import fristen from '../commands/fristen.ts'
import fristFreigeben from '../commands/fristFreigeben.ts'
import fristOeffnen from '../commands/fristOeffnen.ts'
import fristSchlummern from '../commands/fristSchlummern.ts'
import fristVerschieben from '../commands/fristVerschieben.ts'
import fristZeigen from '../commands/fristZeigen.ts'
import fristZuruecksetzen from '../commands/fristZuruecksetzen.ts'
import fristZustaendig from '../commands/fristZustaendig.ts'
import gremium from '../commands/gremium.ts'
import gremiumBeschluss from '../commands/gremiumBeschluss.ts'
import gremiumNaechste from '../commands/gremiumNaechste.ts'
import gremiumTermin from '../commands/gremiumTermin.ts'
import gremiumUebergabe from '../commands/gremiumUebergabe.ts'
import gremiumVorlage from '../commands/gremiumVorlage.ts'
import grundlagen from '../commands/grundlagen.ts'
import hilfe from '../commands/hilfe.ts'
import ich from '../commands/ich.ts'
import ichCode from '../commands/ichCode.ts'
import ichTrennen from '../commands/ichTrennen.ts'
import kalender from '../commands/kalender.ts'
import kalenderNeu from '../commands/kalenderNeu.ts'
import kalenderWiderrufen from '../commands/kalenderWiderrufen.ts'
import matrixGeklaert from '../commands/matrixGeklaert.ts'
import matrixInteresse from '../commands/matrixInteresse.ts'
import matrixZeigen from '../commands/matrixZeigen.ts'
import meilenstein from '../commands/meilenstein.ts'
import meilensteinErledigt from '../commands/meilensteinErledigt.ts'
import meilensteinVerschieben from '../commands/meilensteinVerschieben.ts'
import modellAnlegen from '../commands/modellAnlegen.ts'
import modellBeenden from '../commands/modellBeenden.ts'
import modellErfahrung from '../commands/modellErfahrung.ts'
import modellStatus from '../commands/modellStatus.ts'
import poolAnlegen from '../commands/poolAnlegen.ts'
import poolBedingung from '../commands/poolBedingung.ts'
import poolBeenden from '../commands/poolBeenden.ts'
import poolStatus from '../commands/poolStatus.ts'
import poolTermine from '../commands/poolTermine.ts'
import quarantaene from '../commands/quarantaene.ts'
import quarantaeneWiederholen from '../commands/quarantaeneWiederholen.ts'
import quarantaeneZeige from '../commands/quarantaeneZeige.ts'
import schlichtungErgebnis from '../commands/schlichtungErgebnis.ts'
import schlichtungStart from '../commands/schlichtungStart.ts'
import schlichtungStatus from '../commands/schlichtungStatus.ts'
import schuleAnlegen from '../commands/schuleAnlegen.ts'
import schuleAspekt from '../commands/schuleAspekt.ts'
import schuleEntfernen from '../commands/schuleEntfernen.ts'
import schuleLuecken from '../commands/schuleLuecken.ts'
import schuleStatus from '../commands/schuleStatus.ts'
import status from '../commands/status.ts'
import statusRegion from '../commands/statusRegion.ts'
import stichtag from '../commands/stichtag.ts'
import uebergabeErledigt from '../commands/uebergabeErledigt.ts'
import uebergabeListe from '../commands/uebergabeListe.ts'
import vereinbarungSchritt from '../commands/vereinbarungSchritt.ts'
import vereinbarungStatus from '../commands/vereinbarungStatus.ts'
import vergabeEreignis from '../commands/vergabeEreignis.ts'
import vergabeFristen from '../commands/vergabeFristen.ts'
import vergabeMachbarkeit from '../commands/vergabeMachbarkeit.ts'
import vergabePhase from '../commands/vergabePhase.ts'
import vergabePhaseSetzen from '../commands/vergabePhaseSetzen.ts'
import vergabeSchlusstermin from '../commands/vergabeSchlusstermin.ts'
import vergabeSimuliere from '../commands/vergabeSimuliere.ts'
import vergabeStart from '../commands/vergabeStart.ts'
import vergabeWechsel from '../commands/vergabeWechsel.ts'
import vertretung from '../commands/vertretung.ts'
import vertretungBeenden from '../commands/vertretungBeenden.ts'
import vertretungSetzen from '../commands/vertretungSetzen.ts'
import vorgangAbgeben from '../commands/vorgangAbgeben.ts'
import vorgangAbschliessen from '../commands/vorgangAbschliessen.ts'
import vorgangAntworten from '../commands/vorgangAntworten.ts'
import vorgangEinordnen from '../commands/vorgangEinordnen.ts'
import vorgangListe from '../commands/vorgangListe.ts'
import vorgangLoesen from '../commands/vorgangLoesen.ts'
import vorgangNotiz from '../commands/vorgangNotiz.ts'
import vorgangOeffnen from '../commands/vorgangOeffnen.ts'
import vorgangRueckgaengig from '../commands/vorgangRueckgaengig.ts'
import vorgangSchlummern from '../commands/vorgangSchlummern.ts'
import vorgangTrennen from '../commands/vorgangTrennen.ts'
import vorgangUebernehmen from '../commands/vorgangUebernehmen.ts'
import vorgangVerknuepfen from '../commands/vorgangVerknuepfen.ts'
import vorgangZeige from '../commands/vorgangZeige.ts'
import vorgangZuordnen from '../commands/vorgangZuordnen.ts'
import vorgangZuweisen from '../commands/vorgangZuweisen.ts'
import zeitplan from '../commands/zeitplan.ts'
import zustaendig from '../commands/zustaendig.ts'
import zustaendigSchule from '../commands/zustaendigSchule.ts'
import type { AnyCommand } from './chat/command.ts'

/** All chat commands, in the order of the help page. */
export const commands: readonly AnyCommand[] = [
  status,
  statusRegion,
  zeitplan,
  fristen,
  fristZeigen,
  fristErledigt,
  fristVerschieben,
  fristAnlegen,
  fristEntfaellt,
  fristSchlummern,
  fristZustaendig,
  fristZuruecksetzen,
  fristOeffnen,
  fristFreigeben,
  meilenstein,
  meilensteinErledigt,
  meilensteinVerschieben,
  vereinbarungStatus,
  vereinbarungSchritt,
  uebergabeListe,
  uebergabeErledigt,
  vertretung,
  vertretungSetzen,
  vertretungBeenden,
  zustaendig,
  zustaendigSchule,
  antragsweg,
  poolStatus,
  poolAnlegen,
  poolBeenden,
  poolBedingung,
  poolTermine,
  stichtag,
  bezirkStatus,
  bezirkOffen,
  schlichtungStart,
  schlichtungStatus,
  schlichtungErgebnis,
  berichtOffen,
  berichtErledigt,
  vergabePhase,
  vergabeFristen,
  vergabeStart,
  vergabeEreignis,
  vergabeSchlusstermin,
  vergabeSimuliere,
  vergabeMachbarkeit,
  vergabePhaseSetzen,
  vergabeWechsel,
  vorgangListe,
  vorgangZeige,
  vorgangUebernehmen,
  vorgangZuweisen,
  vorgangAbgeben,
  vorgangEinordnen,
  vorgangSchlummern,
  vorgangAntworten,
  entwuerfe,
  entwurfZeigen,
  entwurfSenden,
  entwurfVerwerfen,
  vorgangNotiz,
  vorgangAbschliessen,
  vorgangOeffnen,
  vorgangRueckgaengig,
  vorgangZuordnen,
  vorgangTrennen,
  vorgangVerknuepfen,
  vorgangLoesen,
  schuleLuecken,
  schuleStatus,
  schuleAnlegen,
  schuleEntfernen,
  schuleAspekt,
  abdeckung,
  berichtSammelstand,
  gremium,
  gremiumNaechste,
  gremiumTermin,
  gremiumBeschluss,
  gremiumUebergabe,
  gremiumVorlage,
  modellStatus,
  modellAnlegen,
  modellBeenden,
  modellErfahrung,
  matrixZeigen,
  matrixInteresse,
  matrixGeklaert,
  finanzierung,
  grundlagen,
  kalender,
  kalenderNeu,
  kalenderWiderrufen,
  quarantaene,
  quarantaeneZeige,
  quarantaeneWiederholen,
  ich,
  ichCode,
  ichTrennen,
  hilfe,
]
