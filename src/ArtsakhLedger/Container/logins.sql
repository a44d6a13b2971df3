-- Run once by the superuser, when the database is new: a login that owns the schema, for migrations, and the service's, which
-- owns nothing and may do what the restricted role may (see Ledger/schema.sql).
\set owner_password `cat /run/secrets/ledger_owner`
\set service_password `cat /run/secrets/ledger_service`
create role ledger_owner login password :'owner_password';
create role ledger_append_only nologin;
create role ledger_service login password :'service_password' in role ledger_append_only;
alter database ledger owner to ledger_owner;
