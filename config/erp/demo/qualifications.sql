-- Port qualifications: the shop's certificates for categories.
SELECT
  p.paper_no       AS `qualification_id`,
  'category'       AS `kind`,
  p.cls_id         AS `third_cat_id`,
  p.licence_pic    AS `license`,
  p.paper_pics     AS `certificate`,
  p.good_until     AS `expires`
FROM paper p
WHERE :keys(p.paper_no)
ORDER BY p.paper_no
