import entwuerfe from '../commands/entwuerfe.ts'
import entwurfSenden from '../commands/entwurfSenden.ts'
import entwurfVerwerfen from '../commands/entwurfVerwerfen.ts'
import entwurfZeigen from '../commands/entwurfZeigen.ts'
import fristen from '../commands/fristen.ts'
import hilfe from '../commands/hilfe.ts'
import kalender from '../commands/kalender.ts'
import kalenderNeu from '../commands/kalenderNeu.ts'
import kalenderWiderrufen from '../commands/kalenderWiderrufen.ts'
import quarantaene from '../commands/quarantaene.ts'
import quarantaeneWiederholen from '../commands/quarantaeneWiederholen.ts'
import quarantaeneZeige from '../commands/quarantaeneZeige.ts'
import status from '../commands/status.ts'
import statusRegion from '../commands/statusRegion.ts'
import vorgangAbschliessen from '../commands/vorgangAbschliessen.ts'
import vorgangAntworten from '../commands/vorgangAntworten.ts'
import vorgangListe from '../commands/vorgangListe.ts'
import vorgangNotiz from '../commands/vorgangNotiz.ts'
import vorgangOeffnen from '../commands/vorgangOeffnen.ts'
import vorgangTrennen from '../commands/vorgangTrennen.ts'
import vorgangUebernehmen from '../commands/vorgangUebernehmen.ts'
import vorgangZeige from '../commands/vorgangZeige.ts'
import vorgangZuordnen from '../commands/vorgangZuordnen.ts'
import vorgangZuweisen from '../commands/vorgangZuweisen.ts'
import zeitplan from '../commands/zeitplan.ts'
import type { AnyCommand } from './chat/command.ts'

/** All chat commands, in the order of the help page. */
export const commands: readonly AnyCommand[] = [
  status,
  statusRegion,
  zeitplan,
  fristen,
  vorgangListe,
  vorgangZeige,
  vorgangUebernehmen,
  vorgangZuweisen,
  vorgangAntworten,
  entwuerfe,
  entwurfZeigen,
  entwurfSenden,
  entwurfVerwerfen,
  vorgangNotiz,
  vorgangAbschliessen,
  vorgangOeffnen,
  vorgangZuordnen,
  vorgangTrennen,
  kalender,
  kalenderNeu,
  kalenderWiderrufen,
  quarantaene,
  quarantaeneZeige,
  quarantaeneWiederholen,
  hilfe,
]
