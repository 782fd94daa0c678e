-- When WeChat was told that an order was placed: it is told the same at each try.
ALTER TABLE order_link ADD COLUMN created_at DATETIME(6);
