/*
 * Nationality, origin and religion (Art. 9 Abs. 1 DSGVO), as beginnings of folded words. "deutsch" is a subject at school and
 * stays. "=pole" is that word alone. Names of languages stay before "Sprache", "Übersetzung" and their like.
 */
export const originBeginnings = `syrisch syrer syrien turkisch turke turkei kurde kurdisch polnisch =pole =polen =polin russisch russe russin russland ukrain rumanisch rumane rumanien bulgar afghan irak iran persisch perser arabisch araber marokk tunes algeri agypt libanes libanon palastin israel =jude =juden =judin judisch muslim moslem islam christlich evangelisch katholisch orthodox
  buddhist hindu jesid yezid alevit =sikh zeugenjehov konfession taufe kopftuch ramadan koscher halal chines vietnam thailand koreanisch japan indisch =inder =inderin pakistan bangladesch philippin ghana nigeria eritr athiop somal kenian kongol kamerun senegal
  serb kroat bosni bosnisch albani kosov mazedon montenegr slowen slowak tschech ungarisch ungarn griech italien spanisch spanier portugies franzos britisch =brite schottisch irisch niederland hollander danisch =dane =danin schwed norweg finnisch finnland estnisch lettisch litau weissruss belarus moldau georgisch georgien armenisch armenien aserbaid
  kasach usbek tadschik turkmen =roma sinti zigeuner fluchtling gefluchtet asyl duldung aufenthaltstitel aufenthaltsgestatt aufenthaltserlaub migrationshinter staatsburger staatsangehor nationalitat brasil kolumb venezol mexikan argentin peruan chilen kubanisch amerikan kanadi austral nahost afrikan`
