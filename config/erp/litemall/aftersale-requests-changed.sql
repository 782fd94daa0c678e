-- Finds what buyers opened or took back in litemall's own pages, page by page.
SELECT c.changed_key, c.changed_at
FROM (
  SELECT
    a.aftersale_sn AS changed_key,
    COALESCE(a.update_time, a.add_time) AS changed_at
  FROM litemall_aftersale a
  WHERE a.aftersale_sn NOT LIKE 'WX%'
) c
WHERE c.changed_at > :since
   OR (c.changed_at = :since AND c.changed_key > :since_key)
ORDER BY c.changed_at, c.changed_key
LIMIT :limit
