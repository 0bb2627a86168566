// What others ask about places: a coordinator's words and a letter's words are read by different rules.
export { type LetterPlace, placeOf } from './placeOf.ts'
export { type PlaceMention, placesIn } from './placesIn.ts'
export { type ResolvedPlace, resolvePlace } from './resolvePlace.ts'
