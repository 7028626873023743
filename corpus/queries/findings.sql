-- en: all findings of the audit, errors first
-- zh: 勾稽核对发现的全部问题，错误在前
-- :rule = ""
--   en: only of this rule, such as sum-of-parts or share
--   zh: 只看此规则，例如 sum-of-parts、share
-- example:
SELECT severity, rule, expression, explanation, indicator, path, page, line
FROM findings
WHERE :rule IN ('', rule)
ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, path, document, start, "check"
