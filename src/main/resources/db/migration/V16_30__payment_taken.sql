-- Whether a row of the ERP has taken an order's payment; those before count as taken.
ALTER TABLE order_link ADD COLUMN payment_taken BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE order_link SET payment_taken = TRUE WHERE transaction_id <> '';
