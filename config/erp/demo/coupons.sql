-- Port coupons: a coupon of so much off from so much on, for the live room; 2 is in effect.
SELECT
  t.ticket_no      AS `out_coupon_id`,
  102              AS `type`,
  t.ticket_name    AS `name`,
  t.full_amt       AS `product_price`,
  t.off_amt        AS `discount_fee`,
  1                AS `limit_num_one_person`,
  t.left_qty       AS `total_num`,
  t.from_time      AS `receive_start_time`,
  t.to_time        AS `receive_end_time`,
  1                AS `valid_type`,
  t.from_time      AS `valid_start_time`,
  t.to_time        AS `valid_end_time`,
  t.left_qty       AS `issued_num`,
  2                AS `status`
FROM ticket t
WHERE :keys(t.ticket_no)
ORDER BY t.ticket_no
