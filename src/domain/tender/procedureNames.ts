import type { Procedure } from '../time/periods/inputs.ts'

/** The kinds of procedure as the law calls them (§ 14 VgV, § 8 UVgO). */
export const procedureNames: Record<Procedure, string> = {
  verhandlungsverfahren_mit_tnw: 'Verhandlungsverfahren mit Teilnahmewettbewerb',
  verhandlungsverfahren_ohne_tnw: 'Verhandlungsverfahren ohne Teilnahmewettbewerb',
  offenes_verfahren: 'offenes Verfahren',
  nicht_offenes_verfahren: 'nicht offenes Verfahren',
  wettbewerblicher_dialog: 'wettbewerblicher Dialog',
  innovationspartnerschaft: 'Innovationspartnerschaft',
  oeffentliche_ausschreibung: 'Öffentliche Ausschreibung',
  beschraenkte_ausschreibung_mit_teilnahmewettbewerb: 'Beschränkte Ausschreibung mit Teilnahmewettbewerb',
  beschraenkte_ausschreibung_ohne_teilnahmewettbewerb: 'Beschränkte Ausschreibung ohne Teilnahmewettbewerb',
  verhandlungsvergabe_mit_tnw: 'Verhandlungsvergabe mit Teilnahmewettbewerb',
  verhandlungsvergabe_ohne_tnw: 'Verhandlungsvergabe ohne Teilnahmewettbewerb',
  direktauftrag: 'Direktauftrag',
}
