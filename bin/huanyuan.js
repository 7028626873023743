#!/usr/bin/env node
/*
 * Starts the program, or says in a sentence which Node it needs. Only what the oldest Node can read stands here, so that
 * it prints that sentence and no stack; `bin/package.json` makes it a script that all of them know.
 */
'use strict'

var needed = /(\d+)\.(\d+)/.exec(require('../package.json').engines.node)
var present = /(\d+)\.(\d+)/.exec(process.versions.node)
var isTooOld =
  Number(present[1]) < Number(needed[1]) ||
  (present[1] === needed[1] && Number(present[2]) < Number(needed[2]))

/** The sentence about it in the user's language, as `src/cli/language.ts` finds that out. */
function sentence(wanted, found) {
  var asked = /--lang[= ](en|zh)\b/.exec(process.argv.slice(2).join(' '))
  var language = asked ? asked[1] : process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
  var words = /^zh/i.test(language)
    ? [
        'huanyuan：需要 Node ',
        wanted,
        ' 或更高版本，现在是 ',
        found,
        '；请从 https://nodejs.org 安装新版本\n',
      ]
    : ['huanyuan: needs Node ', wanted, ' or later, this is ', found, ': get it from https://nodejs.org\n']
  return words.join('')
}

if (isTooOld) {
  process.stderr.write(sentence(needed[0], process.versions.node))
  process.exitCode = 2
} else {
  require('./start.js')
}
