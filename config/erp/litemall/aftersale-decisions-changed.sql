-- Finds what the clerk decided by litemall's time of handling, page by page.
SELECT c.changed_key, c.changed_at
FROM (
  SELECT
    CASE WHEN a.aftersale_sn LIKE 'WX%' THEN SUBSTRING(a.aftersale_sn, 3) ELSE a.aftersale_sn END AS changed_key,
    a.handle_time AS changed_at
  FROM litemall_aftersale a
  WHERE a.handle_time IS NOT NULL
    AND a.aftersale_sn IS NOT NULL
) c
WHERE c.changed_at > :since
   OR (c.changed_at = :since AND c.changed_key > :since_key)
ORDER BY c.changed_at, c.changed_key
LIMIT :limit
