-- Finds orders whose delivery notes changed, page by page.
SELECT c.changed_key, c.changed_at
FROM (
  SELECT
    n.so_no         AS changed_key,
    MAX(n.upd_time) AS changed_at
  FROM dlv_note n
  GROUP BY n.so_no
) c
WHERE c.changed_at > :since
   OR (c.changed_at = :since AND c.changed_key > :since_key)
ORDER BY c.changed_at, c.changed_key
LIMIT :limit
