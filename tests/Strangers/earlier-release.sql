-- What an earlier release might have left: the record as it is, in a schema of another version that lacks what came later.
comment on schema ledger is 'ArtsakhLedger schema of an earlier version';
drop trigger append_only on ledger.positions;
drop index ledger.facts_names;
revoke insert on ledger.snapshots from ledger_append_only;
