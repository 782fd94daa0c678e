-- Port stock: prices and stock, which the shop changes without keeping a time.
SELECT
  i.goods_no            AS `out_product_id`,
  i.item_no             AS `skus.out_sku_id`,
  i.price               AS `skus.sale_price`,
  i.tag_price           AS `skus.market_price`,
  COALESCE(q.qty, 0)    AS `skus.stock_num`
FROM goods_item i
LEFT JOIN store_qty q ON q.item_no = i.item_no
WHERE :keys(i.goods_no)
ORDER BY i.goods_no, i.line_no
