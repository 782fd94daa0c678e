-- What proves that a step of the onboarding was done: the call or the person, the time, the result.
CREATE TABLE onboarding_proof (
  account VARCHAR(64) ${binary} NOT NULL,
  step VARCHAR(32) NOT NULL,
  what VARCHAR(128) NOT NULL,
  result VARCHAR(512) NOT NULL,
  proven_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account, step, what)
);
