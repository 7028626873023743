-- en: where a word stands in the restored texts
-- zh: 某个词在还原后文本中的位置
-- :word
--   en: the word, of any length
--   zh: 要查的词，长短不限
-- :limit = "100"
--   en: most rows
--   zh: 最多行数
-- example: 高速公路
WITH hits AS (
  -- The search knows three characters in a row; shorter words are looked for in the blocks themselves.
  SELECT rowid AS block FROM block_search
  WHERE length(:word) >= 3 AND block_search MATCH '"' || replace(:word, '"', '""') || '"'
  UNION ALL
  SELECT block FROM blocks WHERE length(:word) < 3 AND instr(lower(text), lower(:word)) > 0
)
SELECT documents.title, blocks.page, blocks.line, blocks.kind,
  CASE WHEN place > 21 THEN '…' ELSE '' END
    || trim(replace(substr(blocks.text, max(place - 20, 1), length(:word) + min(place - 1, 20) + 20), char(10), ' '))
    || CASE WHEN place + length(:word) + 19 < length(blocks.text) THEN '…' ELSE '' END AS passage,
  documents.path
FROM (SELECT block, instr(lower(text), lower(:word)) AS place FROM hits JOIN blocks USING (block)) AS hit
JOIN blocks USING (block)
JOIN documents USING (document)
ORDER BY block
LIMIT :limit
