-- en: which corrections were applied most
-- zh: 还原次数最多的词
-- :word = ""
--   en: only those with this word on either side
--   zh: 只看任一侧含此字样的词对
-- :limit = "50"
--   en: most rows
--   zh: 最多行数
-- example: 教育 3
SELECT actual, replacement, times, documents, meanConfidence
FROM applied_corrections
WHERE kind = 'swap' AND (instr(actual, :word) > 0 OR instr(replacement, :word) > 0)
ORDER BY times DESC, documents DESC, actual, replacement
LIMIT :limit
