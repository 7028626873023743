/**
 * Radicals that stand in the place of the character that looks like them (⽣产 for 生产): programs that draw text out of
 * PDF files, and fonts, mix them up. Compatibility ideographs, which Unicode has twice, are the same kind of thing.
 * Invariant: folding keeps the length, so offsets stay valid.
 */

/** Kangxi radicals, of which each is a character, and compatibility ideographs: Unicode says itself what they are. */
const named = /[\u2f00-\u2fd5\uf900-\ufa6b\ufa70-\uface\ufad2-\ufad4\ufad8\ufad9]/g

/**
 * Of the CJK Radicals Supplement, those that look like a whole character, and these (Unicode's
 * EquivalentUnifiedIdeograph). Parts of characters, such as ⺅, stand for nothing else.
 */
const radicals =
  '⺁⺎⺒⺓⺜⺝⺟⺠⺦⺩⺫⺬⺶⺽⻁⻄⻅⻆⻇⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'
const characters =
  '厂兀巳幺日月母民丬王目示羊臼虎西见角角贝车長长门雨青韦页风飞食食首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'
const supplement = new Map([...radicals].map((radical, at) => [radical, characters[at]!]))
const listed = new RegExp(`[${radicals}]`, 'g')

/** The text with its radicals written as characters. Same length. */
export function foldRadicals(text: string): string {
  if (!/[\u2e80-\u2fd5\uf900-\ufad9]/.test(text)) return text
  return text
    .replace(named, (form) => form.normalize('NFKC'))
    .replace(listed, (form) => supplement.get(form)!)
}
