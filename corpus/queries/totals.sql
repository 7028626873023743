-- en: totals that are not the sum of their parts, the worst first
-- zh: 与各分项之和不符的合计，差额大的在前
-- example:
SELECT indicator, expression, stated, computed, difference, explanation, path, line
FROM totals_that_do_not_add_up
ORDER BY abs(CAST(difference AS REAL) / nullif(CAST(computed AS REAL), 0)) DESC, path, line, start
