-- en: documents by spin rate, those that were reworded most first
-- zh: 按软件改写的比例排列的文档，比例高的在前
-- :limit = "50"
--   en: most rows
--   zh: 最多行数
-- example: 3
SELECT title, verdict, round(spinRate, 3) AS spinRate, corrections, suggestions,
  round(unrepairableShare, 4) AS unrepairableShare, path
FROM documents
ORDER BY documents.spinRate DESC, path, document
LIMIT :limit
