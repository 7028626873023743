-- en: figures that two documents state differently
-- zh: 不同文档中说法不一的数据
-- example:
SELECT severity, indicator, "of", period, text, baseValue, baseUnit, title, path, page, line
FROM contradictions
ORDER BY severity, indicator, indicatorId, "of", periodStart, baseUnit, baseValueNumber, document, start
