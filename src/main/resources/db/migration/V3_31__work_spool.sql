-- Many marks at once are kept as lists of keys and unrolled into the work list in small transactions.
CREATE TABLE work_spool (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  flow      VARCHAR(64)  ${binary} NOT NULL,
  account   VARCHAR(64)  ${binary} NOT NULL,
  priority  SMALLINT     NOT NULL,
  why       VARCHAR(255) NOT NULL,
  since     DATETIME(6)  NOT NULL,
  key_count INT          NOT NULL,
  work_keys LONGTEXT     NOT NULL
);

-- Every index is paid for with each mark: work_release begins with the state too, and db-scheduler asks for
-- the keys of one flow at a time.
DROP INDEX work_state ON work;
CREATE INDEX scheduled_tasks_next ON scheduled_tasks (task_name, priority DESC, execution_time);
DROP INDEX scheduled_tasks_due ON scheduled_tasks;
DROP INDEX scheduled_tasks_heartbeat ON scheduled_tasks;
DROP INDEX scheduled_tasks_priority ON scheduled_tasks;
