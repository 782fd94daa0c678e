-- Port pay-order: a payment outside the order model.
INSERT INTO wx_pay (trade_no, money, wx_no, paid_time)
VALUES (:trade_no, :amount, :transaction_id, :pay_time)
ON DUPLICATE KEY UPDATE
  wx_no = VALUES(wx_no),
  paid_time = VALUES(paid_time);
