/** The index of words as it is at first. A backup has none, for D1 exports no database with one. */
const NEW_INDEX = [
  "CREATE VIRTUAL TABLE person_words USING fts5 (words, tokenize = 'trigram remove_diacritics 1')",
  "INSERT INTO person_words (person_words, rank) VALUES ('secure-delete', 1)",
];

/** Everyone is put in by the schedule, so nobody is to be put in again. */
export const NOBODY_DUE = 'DELETE FROM person_words_due';

export const PUT_IN_FROM_FIRST = `
UPDATE person_words_upto
SET number = 0
WHERE one = 1`;

/** Gives the statements that make the index of words, which the schedule fills. */
export const makeWordsSql = (): string[] => [...NEW_INDEX, NOBODY_DUE, PUT_IN_FROM_FIRST];
