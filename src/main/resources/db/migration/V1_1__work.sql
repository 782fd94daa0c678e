-- The work list. What people see of a key is in work; what makes it run is db-scheduler's row.
CREATE TABLE scheduled_tasks (
  task_name            VARCHAR(100) ${binary} NOT NULL,
  task_instance        VARCHAR(200) ${binary} NOT NULL,
  task_data            BLOB,
  execution_time       DATETIME(6)  NOT NULL,
  picked               BOOLEAN      NOT NULL,
  picked_by            VARCHAR(50),
  last_success         DATETIME(6)  NULL,
  last_failure         DATETIME(6)  NULL,
  consecutive_failures INT,
  last_heartbeat       DATETIME(6)  NULL,
  version              BIGINT       NOT NULL,
  priority             SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time ASC);

CREATE TABLE work (
  flow       VARCHAR(64)  ${binary} NOT NULL,
  account    VARCHAR(64)  ${binary} NOT NULL,
  work_key   VARCHAR(128) ${binary} NOT NULL,
  state      VARCHAR(8)   NOT NULL,
  generation BIGINT       NOT NULL,
  priority   SMALLINT     NOT NULL,
  attempts   INT          NOT NULL,
  why        VARCHAR(255) NOT NULL,
  since      DATETIME(6)  NOT NULL,
  until_at   DATETIME(6)  NULL,
  release_by VARCHAR(16)  NULL,
  reason     LONGTEXT     NULL,
  payload    LONGTEXT     NULL,
  PRIMARY KEY (flow, account, work_key)
);
CREATE INDEX work_state ON work (state, since);
CREATE INDEX work_release ON work (state, release_by, account, priority DESC, since);

CREATE TABLE work_flow (
  flow         VARCHAR(64) ${binary} NOT NULL PRIMARY KEY,
  done         BIGINT      NOT NULL,
  pause_level  INT         NOT NULL,
  paused_until DATETIME(6) NULL,
  probe_until  DATETIME(6) NULL,
  pause_reason LONGTEXT    NULL
);
