import fristen from '../commands/fristen.ts'
import hilfe from '../commands/hilfe.ts'
import status from '../commands/status.ts'
import statusRegion from '../commands/statusRegion.ts'
import vorgangAbschliessen from '../commands/vorgangAbschliessen.ts'
import vorgangListe from '../commands/vorgangListe.ts'
import vorgangOeffnen from '../commands/vorgangOeffnen.ts'
import vorgangUebernehmen from '../commands/vorgangUebernehmen.ts'
import vorgangZeige from '../commands/vorgangZeige.ts'
import vorgangZuweisen from '../commands/vorgangZuweisen.ts'
import type { AnyCommand } from './chat/command.ts'

/** All chat commands, in the order of the help page. */
export const commands: readonly AnyCommand[] = [
  status,
  statusRegion,
  fristen,
  vorgangListe,
  vorgangZeige,
  vorgangUebernehmen,
  vorgangZuweisen,
  vorgangAbschliessen,
  vorgangOeffnen,
  hilfe,
]
