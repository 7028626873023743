/**
 * What is said about records, in English: labels of the readable report, and a sentence for each code.
 * Invariant: `messages.zh.ts` has the same keys; a place `{name}` of one stands in the other too.
 */
export const en = {
  'report.repairs': 'Repairs',
  'report.repair-counts': '{applied} applied, {suggested} only suggested',
  'report.legend': '[before→after] applied, [before→?after] suggested',
  'report.unchanged': '… {count} block(s) unchanged',
  'report.boilerplate': '… {count} block(s) of the hosting site or the page left out',
  'report.damage': 'Found, not mended',
  'report.facts': 'Facts',
  'report.fact-counts': '{facts} of {numbers} numbers; the others are no facts (dates, labels, names …)',
  'report.column-indicator': 'indicator',
  'report.column-value': 'value',
  'report.column-period': 'period',
  'report.column-note': 'note',
  'report.column-at': 'at',
  'report.findings': 'Findings',
  'report.check-counts': '{checks} relations checked: {states}',
  'report.no-findings': 'none',
  'report.words': 'Words',
  'report.messages': 'Messages',
  'report.input': 'standard input',
  'report.none': 'none',
  'report.at': 'at {start}',
  'report.spin-rate': '{rate}% of the replaceable words',
  'report.assumed': 'as assumed',
  'report.by-source': 'as the other documents of its source show',

  'card.title': 'Reports in figures: {documents} documents',
  'card.about':
    'Chinese report documents as data: their texts, put back where substitution software had reworded them; every numeric fact in them as a row, with its place in the text; and the relations between figures that were checked. Each row names its document by a key that joins the tables, and where in the source text it stands.',
  'card.what': 'what',
  'card.count': 'count',
  'card.documents': 'documents',
  'card.duplicates': 'documents that repeat an earlier one (`duplicateOf`)',
  'card.characters': 'characters that are not white space',
  'card.numbers': 'numbers in the texts',
  'card.facts': 'numeric facts',
  'card.checks': 'relations between figures that were checked',
  'card.findings': 'checks that ask for a reader',
  'card.corrections': 'corrections of wording that were applied',
  'card.suggestions': 'corrections that are only suggested',
  'card.coverage': 'numbers that became facts',
  'card.quality': 'mean quality of a document',
  'card.others': 'others',
  'card.unknown': 'not said',
  'card.provenance': 'Provenance',
  'card.made':
    'Made by huanyuan {version} (records of version {schemaVersion}). `manifest.json` names the inputs, the options, the hashes of the data that the program worked with, and each file with its hash: the same inputs give the same bytes. `messages.jsonl` lists what could not be processed, `dropped.jsonl` what was left out, and why.',
  'card.published': 'Pages state days of publication from {first} to {last}.',
  'card.license': 'Licence of the dataset: {license}. The texts belong to those who wrote them.',
  'card.by-verdict': 'wording',
  'card.by-mediaType': 'format of the original',
  'card.by-year': 'year of the report',
  'card.by-region': 'place of the report',
  'card.by-source': 'source that the page names',
  'card.caution': 'Before you use it',
  'card.cautions':
    '- No digit was changed: figures stand as they were printed. A finding says that figures of the text do not agree, not which of them is wrong.\n- Facts and names are read by a program. `confidence` says how sure it is of each; `coverage` of a document says which share of its numbers became facts.\n- Facts whose `role` is `change` say how another one changed: leave them out when you look for amounts.\n- Leave out documents with `duplicateOf` to count each text once.',
  'card.columns': 'Tables and columns',
  'card.schema': '`tables.schema.json` says the same as JSON Schema. Empty is what the text does not say.',
  'card.column': 'column',
  'card.type': 'type',
  'card.holds': 'holds',

  'verdict.spun': 'reworded by software',
  'verdict.partly-spun': 'partly reworded by software',
  'verdict.clean': 'clean',
  'verdict.too-short': 'too short to tell',
  'verdict.beyond-repair': 'beyond repair',

  'damage.mask': 'masked: {detail}',
  'damage.deletion': 'something was deleted here: {detail}',
  'damage.stripped-figure': 'the digits of a figure are gone: {detail}',
  'damage.beyond-repair': 'beyond repair: {detail}',
  'damage.look-alike': 'a character stands for one that looks like it: {detail}',
  'damage.homophone': 'characters stand for others that sound like them: {detail}',
  'damage.split-character': 'a character was taken apart: {detail}',
  'damage.reordered': 'the characters of a word stand in another order: {detail}',
  'damage.inserted-sign': 'a sign was put inside a word: {detail}',

  'status.planned': 'planned',
  'status.estimated': 'estimated',
  'change.increase': 'increase',
  'change.decrease': 'decrease',
  'change.level': 'unchanged',
  'fact.change-of': '{direction} of {of}',
  'fact.change': '{direction}',
  'fact.against': 'against {against}',
  'fact.compared': '{against}',
  'fact.doubtful': '{actual} or {replacement}',
  'fact.doubtful-mark': '?',
  'fact.doubtful-names': '? unsure names: {count}; words that may be others: {words}',
  'fact.doubtful-more': '{words}; {more} more (huanyuan extract lists them)',
  'fact.prior': 'before: {prior}',
  'fact.ratio': '{part} / {whole}',
  'fact.recovered': '= {value} by {by}',
  'fact.place': 'place: {place}',
  'fact.damaged-subject': '{subject}… (a name was deleted)',

  'tracked.suggestion': 'Perhaps “{replacement}” instead of “{actual}” ({confidence})',
  'tracked.unmade': 'To be changed by hand: “{actual}” → “{replacement}”',
  'tracked.elsewhere': '“{words}”: {text}',

  'state.holds': 'holds',
  'state.rounding': 'holds but for rounding',
  'state.approximate': 'holds approximately',
  'state.mismatch': 'does not add up',
  'state.solved': 'solved',
  'state.unconfirmed': 'cannot be confirmed',
  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.info': 'note',
  'finding.stated': 'stated {stated}',
  'finding.computed': 'computed {computed}',
  'finding.difference': 'difference {difference}',
  'finding.solution': 'solution {solution}',
  'finding.fact': '{name} {text} ({place})',
  'finding.line': 'line {line}',
  'finding.page-line': 'page {page}, line {line}',
  'finding.facts-separator': '; ',
  'finding.separator': ', ',

  'evidence.pair': 'a known pair',
  'evidence.thesaurus': 'meaning',
  'evidence.shape': 'shared characters',
  'evidence.neighbour': 'used like it',
  'evidence.context': 'context',
  'evidence.document': 'the rest of the document',
  'evidence.numeric': 'the arithmetic',

  'message.empty-input': 'the input is empty',
  'message.no-text': 'no text was found in it',
  'message.not-found': '{path}: no such file; check its name and folder',
  'message.is-directory': '{path}: is a directory; name its files, such as {path}/*.txt',
  'message.unreadable': '{path}: cannot be read ({reason})',
  'message.binary-input': '{path}: is a binary file, not a text in any known encoding',
  'message.unknown-encoding':
    '{path}: is in no known encoding (UTF-8, GB18030, Big5, UTF-16 and UTF-32 are detected; --encoding names another)',
  'message.foreign-encoding':
    '{path}: is in {encoding}, an encoding that is not read; convert it to UTF-8 first',
  'message.mojibake':
    '{path}: its characters are wrong, because {own} was once taken for {encoding} when it was saved; take the original, or convert it back from UTF-8 to {encoding}',
  'message.bad-json': 'this line is not JSON',
  'message.too-long-line': '{path}: this line is longer than {limit} bytes; allow more with --max-bytes',
  'message.no-such-field': 'this object has no text in the field {name}; its fields are: {fields}',
  'message.no-text-field': 'this object has no field of text; it has: {fields}',
  'message.bad-encoding': '{path}: is not {encoding}; leave --encoding out, or name another one',
  'message.unsupported-compression':
    '{path}: is packed by method {method}, which cannot be unpacked here; pack it again as a plain ZIP',
  'message.unsupported-encoding':
    '{encoding}: this encoding is not known; such as utf-8, gb18030, big5 or utf-16le',
  'message.unsupported-format': '{path}: this kind of file is not read ({format})',
  'message.unsupported-format.7z':
    '{path}: is a 7z archive, which is not read; unpack it and name the files in it',
  'message.unsupported-format.rar':
    '{path}: is a RAR archive, which is not read; unpack it and name the files in it',
  'message.unsupported-format.compressed':
    '{path}: is a compressed file (bzip2, xz or zstd), which is not read; unpack it first',
  'message.unsupported-format.picture':
    '{path}: is a picture, which is not read without character recognition',
  'message.unsupported-format.word95':
    '{path}: is a Word document from before Word 97, which is not read; open it in Word or LibreOffice and save it as .docx',
  'message.unsupported-format.caj':
    '{path}: is a CAJ document, which is not read; open it in its own reader and print it to a PDF',
  'message.unsupported-format.ceb':
    '{path}: is a CEB document, which is not read; open it in its own reader and print it to a PDF',
  'message.unsupported-format.xlsb':
    '{path}: is a binary Excel workbook (.xlsb), which is not read; open it in Excel or LibreOffice and save it as .xlsx',
  'message.unsupported-format.ppt':
    '{path}: is a PowerPoint presentation, which is not read; save it as a PDF',
  'message.unsupported-format.msg':
    '{path}: is an Outlook message, which is not read; save it as a text or HTML file',
  'message.unsupported-format.hwp': '{path}: is a Hangul document, which is not read; save it as .docx',
  'message.unsupported-format.ole':
    '{path}: is a compound file of another program than Word, which is not read; save it as .docx, .xlsx or PDF',
  'message.unsupported-format.xps': '{path}: is an XPS document, which is not read; print it to a PDF',
  'message.unsupported-format.iwork':
    '{path}: is a document of Pages, Numbers or Keynote, which is not read; export it as .docx, .xlsx or PDF',
  'message.unsupported-format.odp':
    '{path}: is an OpenDocument presentation, which is not read; open it in LibreOffice and save it as a PDF',
  'message.unsupported-format.odf':
    '{path}: is an OpenDocument file, which is not read; open it in LibreOffice and save it as .docx or .xlsx',
  'message.unsupported-format.office':
    '{path}: is a package of Office without a document, workbook or presentation in it, which is not read; save it as .docx, .xlsx or PDF',
  'message.unsupported-format.flat-office':
    '{path}: is an Office document in one XML file, which is not read; open it in Word or Excel and save it as .docx or .xlsx',
  'message.unsupported-format.uof':
    '{path}: is a UOF document, which is not read; open it in WPS and save it as .docx',
  'message.encrypted': '{path}: is encrypted; save it without a password',
  'message.damaged-file':
    '{path}: is damaged and cannot be read as {format}; open it in its own program and save it again',
  'message.damaged-file.docx':
    '{path}: is a damaged Word document, perhaps cut off on its way; open it in Word and save it again, or look for a whole copy of it',
  'message.damaged-file.xlsx':
    '{path}: is a damaged Excel workbook, perhaps cut off on its way; open it in Excel and save it again, or look for a whole copy of it',
  'message.damaged-file.pptx':
    '{path}: is a damaged PowerPoint presentation, perhaps cut off on its way; open it in PowerPoint and save it again, or look for a whole copy of it',
  'message.unknown-compression':
    '{path}: is compressed by {codec}, which is not read here; write it again with snappy, gzip or none',
  'message.rounded-figures':
    'more decimals are saved than the number format shows of {count} figures, which are read as shown',
  'message.hidden-cells':
    'what is hidden in the workbook is not read: {rows} rows, {columns} columns, {sheets} sheets; show it in Excel to have it read',
  'message.uncomputed-formulas':
    '{count} formulas were saved without their values, the first in cell {cell}, so these figures are missing; open the workbook in Excel and save it again',
  'message.cut-off':
    'the file ends before its text does; what stands up to there is read, so look for a whole copy of it',
  'message.replaced-characters': 'some bytes are no characters and stand as �',
  'message.removed-controls': '{count} control characters were left out',
  'message.frames': 'the page consists of frames: its text is in {files}, which were not read',
  'message.unread-table': 'table {table} was not understood: {count} of its figures have no name',
  'message.page-draws-too-much':
    '{path}: page {page} draws more than {limit} forms, which no report does; print it into a new PDF',
  'message.absurd-widths':
    '{path}: states the widths of {count} characters, more than there are; print it into a new PDF',
  'message.too-many-columns': '{path}: has a table of more than {limit} columns, the most that Excel knows',
  'message.too-many-pages': '{path}: has {pages} pages, more than the limit of {limit}',
  'message.scanned-pdf':
    'a scanned document without text, which needs character recognition: npm install huanyuan-ocr reads it',
  'message.scanned-ofd':
    'a scanned document without text, which needs character recognition: npm install huanyuan-ocr reads it',
  'message.ocr-not-installed': '{path}: is a picture; npm install huanyuan-ocr reads it',
  'message.no-ocr-models': 'the models of the recognition cannot be read: {detail}',
  'message.recognition-failed': '{path}: the recognition failed: {detail}',
  'message.blank-pages': 'pages without anything to read: {pages}',
  'message.unreadable-pages':
    'pages whose print could not be recognised, of which nothing is read: {pages}; scan them again, darker or with more dots an inch',
  'message.traditional-scan':
    'scans in traditional characters: pages {pages}; about one character in ten is misread there',
  'message.annotations':
    'what was put on its pages later is not read: {count} notes or marks with text ({kinds})',
  'message.attachments': 'files attached to it are not read: {names}',
  'message.scanned-pages':
    'pages without text of their own, such as scans: {pages}; they need character recognition: npm install huanyuan-ocr reads them',
  'message.unreadable-fonts':
    'fonts that do not say which characters they show: pages {pages}; that text was left out and needs character recognition',
  'message.too-large': '{path}: has {bytes} bytes, more than the limit of {limit}; --max-bytes raises it',
  'message.workbook-too-large':
    'the workbook would have more than {limit} bytes, which spreadsheets cannot open; build CSV, SQLite or Parquet instead',
  'message.text-too-long':
    '{path}: has {characters} characters of text, more than the limit of {limit}; --max-characters raises it',
  'message.nested-archive': '{path}: archives are opened {limit} deep, this one lies deeper',
  'message.output-exists': '{path}: exists already; --force overwrites it',
  'message.output-is-input': '{path}: is an input, which is never overwritten',
  'message.output-is-link': '{path}: is a link, which is never written through; name the file itself',
  'message.output-is-no-file': '{path}: is no regular file and is not replaced; name another file',
  'message.output-not-ours':
    '{path}: was not written by huanyuan, or was changed since, and is not replaced; name another folder',
  'message.foreign-list': '{path}: is no list of ours; name another folder',
  'message.not-folder': '{path}: is not a folder that can be read',
  'message.dataset-without-records':
    '{path}: is a dataset of tables, which hold no whole records; build it with --format jsonl too, and review its folder',
  'message.no-documents': '{path}: holds no document that can be read',
  'message.not-a-database': '{path}: is no SQLite database; huanyuan build FOLDER -o NAME.sqlite makes one',
  'message.not-a-dataset': '{path}: is no SQLite dataset made by huanyuan build',
  'message.newer-dataset':
    '{path}: was made by a newer huanyuan (version {version} of the tables); update to read it',
  'message.damaged-database': '{path}: the database is damaged; build it again',
  'message.database-locked':
    '{path}: another program is writing to it; if none is, remove {path}.lock, {path}-journal or {path}-wal',
  'message.only-reads':
    '{path}: is only read: begin with SELECT, WITH, VALUES, EXPLAIN or PRAGMA, and change nothing',
  'message.several-statements': 'more than one statement; ask them one by one',
  'message.bad-sql': 'SQLite does not understand or cannot do this: {reason}',
  'reason.ENOSPC': 'the disk is full',
  'reason.EFBIG': 'the file is as large as files may be here',
  'reason.EDQUOT': 'your share of the disk is used up',
  'reason.EACCES': 'no permission',
  'reason.EPERM': 'no permission',
  'reason.EROFS': 'the disk is read-only',
  'reason.EMFILE': 'too many files are open',
  'reason.ENFILE': 'too many files are open',
  'reason.ENAMETOOLONG': 'the name is too long',
  'reason.EIO': 'the device does not answer rightly',
  'reason.EBUSY': 'another program holds it',
  'reason.EADDRINUSE': 'another program uses it',
  'reason.ECONNREFUSED': 'nothing listens there',
  'reason.ECONNRESET': 'the connection was lost',
  'reason.ENOTFOUND': 'no machine has this name',
  'reason.ETIMEDOUT': 'it does not answer',
  'reason.bad-task': 'it names more, or less, than a task of a plan',
  'reason.no-such-build': 'no build of this plan lies in the folder that its --output names',
  'reason.outside-folders': 'a file lies outside the folders that its --input names',
  'reason.worker-differs': 'its huanyuan, its data or what it reads scans by are others',
  'message.unwritable': '{path}: cannot be written ({reason})',
  'message.output-foreign':
    '{path}: is in the way, and no manifest beside it names it as it is now; move it away, or choose another --out',
  'message.work-foreign':
    '{path}: is not the folder of an unfinished build, or its {file} is damaged; move it away or delete it, then build again',
  'message.watch-running': '{path}: another program watches a folder for these results already',
  'message.watch-lost':
    '{path}: stopped, because another program took over while this one stood still; that one goes on',
  'message.build-running':
    '{path}: another build is at work here; when it gives no sign of life for {seconds} seconds, --resume or --force takes over',
  'message.build-unfinished':
    '{path}: an earlier build was not finished; --resume goes on with it, --force begins again',
  'message.build-lost':
    '{path}: stopped, because another run took this build over while this one stood still; that one goes on',
  'message.plan-damaged':
    '{path}: the plan of the unfinished build is damaged or gone, so what it did cannot be used; begin again with --force',
  'message.journal-damaged':
    '{path}: something that this build had done was damaged; the same call with --resume does that again',
  'message.input-changed':
    '{path}: was changed after this build had read it; put it back, move it away to keep what was read, or begin again with --force',
  'message.build-stopped':
    '{path}: cannot be written ({reason}); what was done is kept, and the same call with --resume goes on',
  'message.build-differs':
    '{path}: the unfinished build was asked for something else ({what}); ask for the same, or begin again with --force',
  'message.update-differs':
    '{path}: was made with something else ({what}), so nothing of it can be kept; ask for the same, or build anew with --force',
  'message.no-part': '{path}: no part of a dataset; name the OUT of a build with --shard',
  'message.parts-missing': 'parts that are missing: {missing}; a dataset is merged of all {count} parts',
  'message.parts-doubled': '{path}: is part {part}, as {other} is; name each part once',
  'message.parts-differ':
    '{path}: is no part of the dataset that {other} is a part of ({what} differs); build it again as the others were built',
  'message.divided-file': '{path}: --partition makes folders, so name a folder, with a slash at its end',
  'message.divided-format':
    '{path}: --partition divides tables of a format that is not asked for (add --format {known})',
  'message.unknown-output':
    '{path}: no format has this ending (there are {known}); put a slash behind it if a folder is meant',
  'message.format-of-name':
    '{path}: its ending asks for {format}, --format does not; name a folder, or add {format}',
  'message.no-input-files': '{path}: leads to no file that is a document by its ending; name the file itself',
  'message.no-document-ending': '{path}: left out, its ending is that of no document',
  'message.changed-input':
    '{path}: left out, it was changed after the build had begun; build again to have it',
  'message.timed-out': '{path}: given up after {seconds} seconds; --timeout allows more',
  'message.out-of-memory': '{path}: needs more memory than there is',
  'message.reading-memory': '{path}: takes more than {limit} MB to read; --max-memory allows more',
  'message.reading-time': '{path}: takes more than {seconds} seconds to read; --max-seconds allows more',
  'message.reading-ended': '{path}: ended the process that read it ({reason})',
  'message.thread-ended': '{path}: ended the thread that processed it ({reason})',
  'message.worker-lost': '{path}: the workers that processed it were lost, one after another',
  'message.no-queue-package':
    'a queue needs the packages bullmq and ioredis; install them beside huanyuan: npm install bullmq ioredis',
  'message.queue-unreachable': '{queue}: cannot be reached ({reason})',
  'message.queue-away': '{queue}: is away ({reason}); the work goes on when it is back',
  'message.task-refused':
    'a worker refused its task ({reason}); its own output says what; what was done is kept, and the same call with --resume goes on',
  'message.refused-task': 'refused a task: {reason} ({detail})',
  'message.internal-error': '{path}: something went wrong that should not ({reason})',
  'message.bad-record': '{path}: line {line} holds no record; huanyuan run -f jsonl makes records',
  'message.no-record': '{path}: holds no record',
  'message.more-failures': '{path}: {count} more of this kind',
  'message.bad-record-field': '{path}: line {line} holds a record whose {field} is missing or wrong',
  'message.bad-record-version':
    '{path}: line {line} holds a record of version {version}; versions 1.x are read',
  'message.bad-table': '{path}, line {line}: {reason}',
  'message.unreadable-table': '{path}: this table cannot be read ({reason})',
  'message.port-taken': 'nothing can listen at port {port} ({reason}); give another one with --port',
  'message.unbuilt-page': '{path}: a part of the page cannot be read ({reason}); npm run build makes it',
  'message.unreadable-language-model': '{path}: the language model cannot be read ({reason})',
  'message.damaged-language-model': 'the language model is damaged ({reason})',
  'message.bad-model-order': 'a model has an order from 2 to 5, not {order}',
  'message.empty-text': '{path}: there is nothing to learn from',
  'message.unreadable-text': '{path}: cannot be read ({reason})',

  'block.title': 'title',
  'block.heading': 'heading',
  'block.paragraph': 'paragraph',
  'block.list-item': 'list item',
  'block.table': 'table',
  'block.caption': 'caption',
  'block.footnote': 'footnote',
  'block.boilerplate': 'notice of the hosting site',

  'sarif.correction': '{actual} → {replacement} (confidence {confidence})',
  'rule.swap': 'reworded by software',
  'rule.layout': 'blank or break in the wrong place',
  'rule.character': 'wrong character',
  'rule.bound': 'bounds',
  'rule.calendar': 'dates',
  'rule.change-against-prior': 'change against an earlier value',
  'rule.recognition': 'what was recognised',
  'rule.list-count': 'count of a list',
  'rule.rate': 'rate',
  'rule.same-fact': 'the same fact twice',
  'rule.share': 'share',
  'rule.sum-of-parts': 'sum of parts',
  'rule.table-change': 'growth in a table',
  'rule.table-share': 'share in a table',
  'rule.table-sum': 'total in a table',
  'check.above-hundred': 'A share of a whole cannot exceed a hundred per cent.',
  'check.as-listed': 'The list has as many items as it says.',
  'check.as-stated': 'It holds as printed.',
  'check.base-not-stated': 'What it is a share of is not stated.',
  'check.change-differs': 'The change does not lead from the earlier to the later value.',
  'check.digit-differs': 'It would hold with one other digit: {value} instead of {printed}.',
  'check.digits-transposed':
    'It would hold with two digits in the other order: {value} instead of {printed}.',
  'check.doubtful-digit': '{printed} in the figure was recognised with a confidence of {confidence} only.',
  'check.doubtful-digit-rival':
    '{printed} in the figure was recognised with a confidence of {confidence} only; it may be {rival}.',
  'check.figure-of-doubtful-page':
    'Its page was recognised with a mean confidence of {confidence} only: any figure of it may be misread.',
  'check.joined-figure':
    '{before} stands at the end of a line and {behind} at the start of the next: a point between them may have been overlooked.',
  'check.missed-digit':
    'A digit of the figure may have been overlooked: {rival}, by a chance of {confidence}.',
  'check.cut-figure': 'The figure ends with a comma: what stands behind it was overlooked.',
  'check.letter-in-figure': 'A letter or sign stands among the digits: one of them was misread.',
  'check.point-for-comma': 'The other figures of the column have commas here: this point may be one.',
  'check.point-for-comma-in-text': 'Other figures of the text have commas here: this point may be one.',
  'check.percent-for-per-mille': 'Such rates are stated in per mille: the sign may be ‰.',
  'check.rate-without-sign': 'A rate without %: the sign may have been overlooked, or read as 0.',
  'check.direction-contradicts': 'The figures move the other way.',
  'check.limit-exceeded': 'The figure exceeds its limit.',
  'check.list-count-differs': 'The list has another number of items than it says.',
  'check.mask-solved': 'One value fits the masked digits.',
  'check.mask-stays-open': 'The masked digits could have several values.',
  'check.no-such-date': 'There is no such date.',
  'check.no-value-fits-mask': 'No value of the masked digits makes it hold.',
  'check.off-by-scale':
    'It would hold with the decimal point or the unit elsewhere: {value} instead of {printed}.',
  'check.part-beside-total': 'The difference is the part {part}: it may stand beside the total, not in it.',
  'check.part-exceeds-whole': 'A part exceeds its whole.',
  'check.parts-exceed-total': 'The parts exceed their total.',
  'check.period-reversed': 'The period ends before it begins.',
  'check.ratio-differs': 'The ratio of the two figures is another one.',
  'check.rounded': 'It holds within the printed precision.',
  'check.stated-differently': 'Another report states another value.',
  'check.sum-differs': 'The parts do not add up to the total.',
  'check.total-equals-first-part': 'The total equals its first part {part}: it was probably copied.',
  'check.truncated': 'It holds where the last digits were cut off instead of rounded.',
  'check.within-bounds': 'It holds within what the words about the figures leave open.',
  'check.within-limit': 'The figure stays within its limit.',
} as const
