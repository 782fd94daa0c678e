-- Finds orders by the shop's time of change, page by page.
SELECT
  h.so_no    AS changed_key,
  h.upd_time AS changed_at
FROM so_head h
WHERE h.upd_time > :since
   OR (h.upd_time = :since AND h.so_no > :since_key)
ORDER BY h.upd_time, h.so_no
LIMIT :limit
