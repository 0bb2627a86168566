// What others ask about places: a coordinator's words and a letter's words are read by different rules.
export { type LetterPlace, placeOf } from './placeOf.ts'
export { placesIn } from './placesIn.ts'
export { resolvePlace } from './resolvePlace.ts'
