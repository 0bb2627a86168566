/*
 * What tells of a diagnosis, a treatment or the need of care (Art. 9 DSGVO, § 67 Abs. 12 SGB X). Beginnings and endings of
 * words; a word beside a diagnosis is no longer a matter of guessing, so these are removed wherever they stand, also in general
 * sentences.
 */

/** Beginnings: "autis" is every word that begins so; "=sonde" is that word alone. Written as `flat` folds them. */
export const healthBeginnings = `autis schwanger transident transgender transsexu homosexu lesbisch =schwul tracheal herzschrittmach =cp =peg =copd covid =cfs =ms =behinderung =behinderungen migran schlafstorung unvertraglichkeit asthmatik gaumenspalte lippen-kiefer asperger adhs =ads epilep diabet trisomie downsyndrom mukoviszid depress schizo psychos psychotisch borderline bipolar anorex bulimi magersucht essstorung esssucht enuresis enkopres einnass eingenass einkot eingekot
  legasthen dyskalkul lese-rechtschreib rechtschreibstorung =lrs =fas fasd fetal alkoholsyndrom tourette =tics =rett angelman prader spina hydroceph zerebral cerebral spastik spasti tetra parese lahmung querschnitt rollstuhl rollator orthese prothese gehhilf muskeldystroph muskelschwund
  duchenne phenylketon zoliak laktoseintoler asthma allergi neurodermit rheuma leukam krebs tumor chemother transplant dialys herzfehler herzkrank kreislaufst nierenkrank lebererkrank =bluter hamophil =hiv =aids hepatit tuberkul meningit enzephal schlaganf
  schadel hirntrauma hirnschad hirnblut hirnverletz frugebor frugeburt fruhgebor fruhgeburt fruhchen gendefekt chromosom erbkrank stoffwechsel entwicklungsverzog entwicklungsruckst entwicklungsstor intelligenzminder geistigbehindert lernbehinder korperbehinder schwerbehinder schwerstbehinder mehrfachbehinder
  sehbehinder horbehinder sprachbehinder gehorlos =taub =taube =tauben =tauber =taubes schwerhorig horgerat cochlea =blind =blinde =blinden =blinder sehschwach =stumm mutis mutistisch stotter nonverbal traumatis posttraumat =ptbs angststor panikattack zwangsstor zwangsgedank phobie suizid selbstverletz =ritzt suchtkrank drogenabhang alkoholabhang alkoholkrank
  bindungsstor anpassungsstor verhaltensstor personlichkeitsstor wahrnehmungsstor aufmerksamkeitsstor aufmerksamkeitsdef konzentrationsstor hyperaktiv hyperkinet impulskontroll ergotherap logopad physiotherap psychotherap verhaltenstherap krankengymnast spieltherap reittherap tagesklinik psychiatr neurolog =sonde magensonde beatm katheter windel inkontinen =stoma insulin
  medikament medikinet ritalin methylphenidat concerta elvanse strattera risperid dipiperon melperon abilify aripiprazol sertralin fluoxetin valpro orfiril keppra levetiracetam lamotrigin antidepress antiepilept neurolept psychopharmak tablette notfallmedi buccolam salbutamol cortison kortison fieberkrampf krampfanfall anfallsleid
  pflegegrad pflegestufe merkzeichen schwerbehindertenausweis =gdb diagnostiziert storungsbild krankheitsbild befund arztbrief entlassbrief epikrise glasknochen kleinwuchs skolios fehlbildung missbildung behindert =spz =kjp herzoperation hirnoperation therapeutisch`

/** Ends of words that name an illness, behind at least three letters. */
export const healthEndings = `syndrom storung itis ose pathie plegie parese algie dystrophie insuffizienz trauma phobie krankheit erkrankung behinderung schwache implantat epilepsie therapie medikation defizit intoleranz unvertraglichkeit defekt lahmung`

/** They end so and are none. */
export const healthyEndings = `lose dose hose rose prognose symbiose diagnose metamorphose betriebsstorung ruhestorung unterrichtsstorung sympathie empathie nostalgie haushaltsdefizit personaldefizit`
