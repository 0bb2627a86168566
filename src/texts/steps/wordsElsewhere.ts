/** Said where words that people typed may not be read (D08). */
export const wordsElsewhere = 'Der Wortlaut steht auf der Web-Seite, nicht in Kanälen und Chat-Diensten.'
