-- en: figures with masked digits, and those that the arithmetic recovers
-- zh: 被遮盖的数字，以及由勾稽关系求出的数值
-- example:
SELECT indicator, period, text, recovered, unit, low, high, sentence, path, page, line
FROM masked_figures
ORDER BY recovered IS NULL, path, document, start
