/** How a cell is told from words: a figure as it is printed, or a sign that there is none. */
const figure = /^[-−+(（]?[\d,，.]+[%‰)）]?$|^[-—–…]+$/

export const isFigure = (text: string): boolean => figure.test(text)
