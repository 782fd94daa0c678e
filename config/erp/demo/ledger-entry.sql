-- Port ledger-entry: one booking; one that is there already stays as it is.
INSERT IGNORE INTO wx_ledger (flow_no, book_day, in_out, money, balance, what, bill_no, book_time)
VALUES (:funds_flow_id, :day, :flow_type, :amount, :balance, :busi_type, :request_no, :bookkeeping_time);
