/**
 * What the command line says, in English: help, options, usage errors, explanations.
 * Invariant: `messages.zh.ts` has the same keys; a place `{name}` of one stands in the other too.
 */
export const en = {
  'help.program':
    'Restores Chinese reports garbled by substitution software, extracts every numeric fact and audits the arithmetic',
  'help.usage': 'Usage:',
  'help.arguments': 'Arguments:',
  'help.options': 'Options:',
  'help.commands': 'Commands:',
  'help.global': 'Global options:',
  'help.help': 'show this help',
  'help.help-command': 'show the help of a command',
  'help.version': 'show the version',
  'help.choices': '{description} ({choices})',
  'help.input': 'files, folders, patterns in quotes, or - for standard input',
  'help.record': 'records as run --format json or jsonl prints them, or - for standard input',
  'help.source': 'files, folders, patterns in quotes; archives and JSONL are opened',
  'help.text': 'clean texts in UTF-8, one paragraph per line, plain or .gz',
  'help.folder': 'a folder of damaged documents from one source',
  'help.action': 'add STANDARD SPUN, check FILE…, or stats [FILE…]',
  'help.database':
    'a SQLite dataset, then a question with its values, an SQL file, or SQL; without one, lists the questions',
  'help.place':
    'a file (or -) with line and column of its text, such as report.txt:12:5, or with an offset, report.txt:619; or a file and a word',
  'help.more':
    'Exit codes: 0 done; 1 a finding reached --fail-on; 2 the call or the machine is at fault; 3 an input failed, the others were written. 2 wins over 3, 3 over 1.',

  'option.format': 'what to print',
  'option.out': 'write a file for each document into this folder, in the tree of the inputs',
  'option.force':
    'overwrite a file that exists; never an input or a link, and in a folder only what huanyuan wrote',
  'option.failOn': 'exit with 1 if a finding is at least this severe; never by default',
  'option.tokens': 'add words and parts of speech to the record',
  'option.assume': 'treat the text as spun or as clean instead of estimating it',
  'option.applyFrom': 'apply repairs with at least this confidence, 0.7 by default; suggest the others',
  'option.pool':
    'let documents of one folder, archive or JSONL file prove each other spun; folder by default',
  'option.lexicon': 'add a table of pairs (TSV); may be repeated',
  'option.protect': 'never change this word; may be repeated',
  'option.units': 'add a table of units (TSV); may be repeated',
  'option.indicators': 'add a table of indicators (TSV); may be repeated',
  'option.ocr':
    'which pages are recognised from their pictures (huanyuan-ocr): those without text (auto), none, all',
  'option.ocrModels': 'folder with other models for that: det.onnx, rec.onnx, dict.txt',
  'option.encoding': 'encoding of the inputs, if detection fails',
  'option.textField':
    'field of JSON and JSONL that holds the text; by default text, content, 正文 and the like',
  'option.idField': 'field that names the text; it goes into all that is written of it',
  'option.keepFields': 'fields that are kept with all that is written of a text, separated by commas',
  'option.maxBytes': 'refuse inputs above this size (20M, 1G); 64M by default',
  'option.maxCharacters': 'refuse texts above this length (500K, 2M); 1M by default',
  'option.across': 'compare what the reports of this folder say about the same indicator, place and period',
  'option.lang': 'language of messages; from the environment by default',
  'option.config': 'read settings from this file instead of huanyuan.config.json in the working folder',
  'option.allowFailed':
    'exit as if nothing had failed where at most so many documents (5) or such a share of them (2%) did',

  'option.model': 'write the model to this file',
  'option.table': 'the table (TSV) to write',
  'option.page':
    'write the page to this file, or one page per document into this folder; to standard output by default',
  'option.kind': 'how the spun form relates to the standard word, synonym by default',
  'option.formats': 'formats to write, separated by commas; by default from the name of --out, else jsonl',
  'option.dataset': 'folder of the dataset, or a file whose extension gives the format',
  'option.replace': 'replace an earlier build, finished or not',
  'option.resume': 'continue an interrupted build',
  'option.threads': 'number of threads; by default from cores and memory, where there is much to do',
  'option.maxMemory': 'memory to read a PDF or Word file with (512M, 2G); 1G by default',
  'option.maxSeconds': 'time to read a PDF or Word file in (30, 2m); 60 by default',
  'option.timeout': 'skip a document after this time (30, 2m)',
  'option.shard': 'only part i of n, for work on several machines',
  'option.dryRun': 'show what would be done, and do nothing',
  'option.drop': 'leave out of text and Markdown, separated by commas',
  'option.minQuality': 'drop documents with a lower quality (0 to 1)',
  'option.dropDuplicates': 'drop documents that repeat an earlier one',
  'option.onlyReport': 'drop documents that do not read like a report',
  'option.emit': 'what a line of the output holds: the record, or what came in with its text restored',
  'option.queryFormat': 'how to print the answer; a table by default',

  'across.counts': '{documents} documents compared, {findings} contradictions',
  'output.signs':
    'signs such as ␛ and � stand for characters that a terminal would obey; --format json has them as they are',
  'config.used': 'the settings of {path} are used',

  'build.bar': '{bar} {percentage} %  {rate}/s  {documents} documents, {failed} failed  {eta_formatted} left',
  'build.line': '{percent} %: {documents} documents, {failed} failed',
  'build.writing': 'writing: {done} of {total} formats are done',
  'build.plan': '{files} files, {bytes}; {skipped} left out by their ending; {threads} threads',
  'build.done': '{out}: {selected} of {documents} documents in {names}',
  'build.dropped': 'documents dropped: {dropped}; dropped.jsonl says why',
  'build.failed': 'inputs that failed: {failed}, errors in all: {errors}; messages.jsonl says which',
  'build.interrupted': 'stopped; the same call with --resume continues',
  'build.bad-shard': '--shard must be a part of a whole such as 1/4, not {value}',
  'build.stdin': 'build reads files and folders, no standard input; save it to a file first',
  'build.resume-or-force': 'choose --resume to continue or --force to start over',

  'run.skipped': 'files left out, being no documents by their ending: {skipped}',
  'run.written': '{out}: files written: {count}',

  'error.unknown-command': 'unknown command: {name}',
  'error.unknown-option': 'unknown option: {name}',
  'error.did-you-mean': '{error} (did you mean {suggestion}?)',
  'error.missing-argument': 'an argument is missing: {name}',
  'error.missing-option': 'the option {name} is needed',
  'error.missing-value': 'the option {name} needs a value',
  'error.excess-argument': 'too many arguments for {name}',
  'error.usage': '{error}',
  'error.not-text': '{name} must be a text',
  'error.not-list': '{name} must be a list of texts',
  'error.not-flag': '{name} must be true or false',
  'error.not-choice': '{name} must be one of {choices}, not {value}',
  'error.not-share': '{name} must be a number from 0 to 1, not {value}',
  'error.not-size': '{name} must be a size such as 1048576, 512K or 20M, not {value}',
  'error.not-choices': '{name} must be one or more of {choices}, separated by commas, not {value}',
  'error.not-count': '{name} must be a whole number from 1 on, not {value}',
  'error.not-seconds': '{name} must be a time such as 30, 90s or 2m, not {value}',
  'error.not-allowance': '{name} must be a number of documents such as 5 or a share such as 2%, not {value}',
  'error.config-unreadable': '{path}: this configuration cannot be read',
  'error.config-not-json': '{path}: must hold one JSON object',
  'error.config-key': '{path}: unknown key {key}',
  'error.config-refused':
    '{path}: a configuration may not set {keys}: where output goes and what is replaced is said on the command line, and files that it names lie in its own folder',
  'error.stdout': 'standard output cannot be written ({reason})',
  'error.bad-place':
    '{place}: name a file with line and column, such as report.txt:12:5, or a file and a word',
  'error.no-such-place': 'the text has no line {line} with a column {column}',
  'error.no-such-word': 'the text has no {word}',
  'error.offset-outside': 'the offset {offset} is outside of the text, which has {length} code units',
  'error.stdin-twice': 'standard input (-) can be named only once',
  'error.at': '{path}: {text}',
  'unread.counts': '{failed} of {documents} documents were not read: {kinds}',
  'unread.other': 'no ending',
  'error.out-of-place': '{path}: cannot be made a folder ({reason})',
  'error.internal': 'something went wrong that should not: {reason}',
  'error.prefix': 'huanyuan: {text}',

  'learn.round': 'round {round} of {rounds}, {documents} documents',
  'learn.unproven':
    'Nothing proves that these documents were garbled. Where you know that they were: --assume spun.',
  'learn.done': '{path}: {pairs} pairs from {documents} documents, {unlisted} of them in no table so far',

  'lexicon.unknown-action': 'unknown action: {action} (add, check or stats)',
  'lexicon.add-words': 'name the standard word and the spun form: huanyuan lexicon add STANDARD SPUN -o FILE',
  'lexicon.bad-pair': '{standard} → {spun}: {reason}',
  'lexicon.known': '{path}: holds {standard} → {spun} already',
  'lexicon.added': '{path}: {standard} → {spun}',
  'lexicon.check-files': 'name the tables to check: huanyuan lexicon check FILE…',
  'lexicon.checked': '{path}: {pairs} pairs, in order',
  'lexicon.twice': '{path}:{line}: {standard} → {spun} stands in line {first} already',
  'lexicon.stats': '{pairs} pairs of {standards} standard words and {spuns} spun forms',
  'lexicon.by-table': 'by table',
  'lexicon.by-kind': 'by kind',
  'lexicon.by-evidence': 'by evidence',

  'report.no-records': 'there is no record in the input',
  'report.too-many': 'more than {limit} documents do not fit one page; name a folder instead: -o FOLDER/',

  'query.counts': '{path}: {documents} documents, {facts} facts, {findings} findings',
  'query.questions': 'Questions:',
  'query.more':
    'Ask one with huanyuan query {path} QUESTION, or anything with huanyuan query {path} "SELECT …".',
  'query.unknown-question':
    'unknown question: {name}; huanyuan query OUT.sqlite lists them, SQL goes between quotation marks',
  'query.missing-value': '{question} needs a value: {name}, {about}',
  'query.no-rows': 'no rows',

  'train.characters': 'counting characters',
  'train.n-grams': 'counting n-grams',
  'train.collect': 'collecting n-grams',
  'train.estimate': 'estimating probabilities',
  'train.prune': 'pruning',
  'train.pack': 'packing',
  'train.done': '{path}: {bytes} bytes; n-grams by order: {ngrams}',

  'explain.more-places': '{count} more places are not shown',
  'explain.block': 'In a {kind} that begins at {start}.',
  'explain.words': 'Reads now as: {words}',
  'explain.spun': 'The passage was reworded by software with a probability of {percent} %.',
  'explain.sure': 'Changed: {actual} → {replacement}, confidence {confidence}, at or above {applyFrom}.',
  'explain.unsure':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}, below {applyFrom}.',
  'explain.single-character':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: a single character is changed only in a known kind of text, and where it is swapped elsewhere too, a word border shows it or figures ask for it.',
  'explain.unattested':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: no tool is known to make this swap, and the text shows too little for it.',
  'explain.longer-word':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: the text makes the swap elsewhere, but what stands here is part of a longer word.',
  'explain.both-sides':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: both words stand in the passage, each where its context prefers it.',
  'explain.lone-swap':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: it would be the only swap of a passage that does not look reworded.',
  'explain.antonym':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: it would turn the meaning around, and that needs more proof.',
  'explain.foreign-register':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: the language model does not know this kind of text.',
  'explain.beyond-repair':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: the passage is beyond repair.',
  'explain.layout':
    'Changed: white space inside a word, left by a page break or letter-spacing, or a radical in the place of its character.',
  'explain.figure-letter':
    'Suggested, not changed: {actual} → {replacement} among figures, which are never changed.',
  'explain.disguised-word':
    'Changed: {actual} → {replacement}, a word that was written with other characters, as others near by.',
  'explain.misreading':
    'Changed: {actual} → {replacement}, confidence {confidence}: the scan shows this nearly as well, and it reads better.',
  'explain.unit-size':
    'Suggested, not changed: {actual} → {replacement}, confidence {confidence}: behind a number a unit of another size could be meant.',
  'explain.figures-spoke': 'The figures changed the confidence from {before} to {after}.',
  'explain.boilerplate': 'Kept: notices of the hosting site are never changed.',
  'explain.protected-word': 'Kept: a protected word.',
  'explain.numeral': 'Kept: a numeral.',
  'explain.personal-name': 'Kept: the name of a person.',
  'explain.figure': 'Kept: figures are never changed.',
  'explain.clean': 'Kept: the passage does not look reworded.',
  'explain.unlikely': 'Kept: in this context no candidate is likelier than the original word.',
  'explain.unknown': 'Kept: no pair covers it.',
  'explain.weighed': 'Weighed: {count}',
  'explain.candidate': '{mark} {actual} → {replacement}  {confidence}  {pair}; {family}{pass}',
  'explain.listed': '{kind}, table {table} ({sources})',
  'explain.proposed-shape': 'proposed for this document: the words share a character',
  'explain.proposed-context': 'proposed for this document: the context asks for this word',
  'explain.proposed-thesaurus': 'proposed for this document: the words are near each other in the lexicon',
  'explain.family': 'fits {name}',
  'explain.family-attested': 'a tool whose pairs are attested',
  'explain.family-open': 'an unknown tool',
  'explain.family-learned': 'the tool of a learned table',
  'explain.second-pass': '; second pass',
  'explain.hopeless': 'Known pairs that are too unlikely here: {pairs}',
  'explain.evidence': '{value} nats  {what} ({code})',
  'explain.comma': ', ',
  'explain.kind-synonym': 'synonym',
  'explain.kind-sibling': 'related word',
  'explain.kind-antonym': 'antonym',
  'explain.kind-variant': 'variant',
  'explain.kind-doubled': 'doubled word',
  'explain.source-report': 'seen in a real report',
  'explain.source-reversed': 'a pair of a tool, read the other way round',
  'explain.source-learned': 'learned from texts',
  'explain.source-knowledge': 'from a thesaurus',
} as const
