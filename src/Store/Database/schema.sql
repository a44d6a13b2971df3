-- The ledger's own tables, beside Marten's in the same schema, and what keeps all of it append-only.
-- Run by the owner after Marten's own schema changes; running it again changes nothing.

-- Where each event stands in the order of record. `position` as the primary key also fences a writer that read a stale head.
create table if not exists ledger.positions (
    position    bigint      primary key check (position > 0),
    event_id    uuid        not null unique,
    recorded_at timestamptz not null unique,
    author      text        not null,
    author_name text        not null,
    fact        text        not null unique,
    target      text,
    polity      text,
    batch       text,
    -- The log: the event's leaf, the salt of its digests, and the hashes of the subtrees that it completes (32 bytes each, its own first).
    leaf        bytea       not null check (octet_length(leaf) between 1 and 65535),
    salt        bytea       not null check (octet_length(salt) = 16),
    nodes       bytea       not null check (octet_length(nodes) % 32 = 0 and octet_length(nodes) > 0)
);
create index if not exists positions_batch on ledger.positions (batch, position) where batch is not null;
create index if not exists positions_target on ledger.positions (target, position) where target is not null;

-- The read model: a row for every event, inserted and never changed. What is known at a position is what stands at or before it.
create table if not exists ledger.facts (
    position bigint primary key,
    fact     text   not null,
    type     text   not null,
    polity   text,
    episodes text[] not null,
    names    text[] not null,
    earliest bigint,
    latest   bigint,
    body     jsonb  not null
);
create index if not exists facts_polity on ledger.facts (polity, position);
create index if not exists facts_names on ledger.facts using gin (names);
-- What a fact or a correction says, without what a repetition of it may say otherwise (Likeness.NotCompared).
create index if not exists facts_said on ledger.facts
    (hashtextextended((body - array['id', 'note', 'inferred', 'reason', 'citations'])::text, 0))
    where polity is not null and type <> 'fact-corrected';
create index if not exists facts_said_anew on ledger.facts
    (hashtextextended(((body -> 'content') - array['type', 'id', 'note', 'inferred', 'reason', 'citations'])::text, 0))
    where polity is not null and type = 'fact-corrected';

-- Requests that carried an Idempotency-Key, and what they appended.
create table if not exists ledger.requests (
    author         text   not null,
    key            text   not null,
    fingerprint    bytea  not null,
    first_position bigint not null,
    facts          int    not null,
    ledger_size    bigint not null,
    primary key (author, key)
);

-- The texts of snapshots, by the SHA-256 of their bytes. They are there to check quotes against, and are never served.
create table if not exists ledger.snapshots (
    sha256    text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes     bytea       not null,
    stored_at timestamptz not null default now(),
    author    text        not null
);

-- Who the log is, fixed when the ledger is first served.
create table if not exists ledger.log (
    only_one boolean primary key default true check (only_one),
    origin   text    not null
);

-- What the ledger is called, where it was given a name of its own when it was made. Citations carry it.
create table if not exists ledger.name (
    only_one boolean primary key default true check (only_one),
    name     text    not null
);

-- The keys that have signed the log's checkpoints, in their order; the last one signs now.
create table if not exists ledger.log_keys (
    number int  primary key check (number > 0),
    vkey   text not null unique
);

-- Folders of batches that were imported whole, by the digest of their files and of the program that read them.
create table if not exists ledger.imported_folders (
    digest      bytea       primary key check (octet_length(digest) = 32),
    imported_at timestamptz not null default now()
);

create or replace function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create or replace trigger append_only before update or delete or truncate on ledger.mt_events
    for each statement execute function ledger.refuse_change();
create or replace trigger append_only before update or delete or truncate on ledger.positions
    for each statement execute function ledger.refuse_change();
create or replace trigger append_only before update or delete or truncate on ledger.requests
    for each statement execute function ledger.refuse_change();
create or replace trigger append_only before update or delete or truncate on ledger.snapshots
    for each statement execute function ledger.refuse_change();
create or replace trigger append_only before update or delete or truncate on ledger.log
    for each statement execute function ledger.refuse_change();
create or replace trigger append_only before update or delete or truncate on ledger.name
    for each statement execute function ledger.refuse_change();
create or replace trigger append_only before update or delete or truncate on ledger.log_keys
    for each statement execute function ledger.refuse_change();
create or replace trigger append_only before update or delete or truncate on ledger.imported_folders
    for each statement execute function ledger.refuse_change();
create or replace trigger append_only before delete or truncate on ledger.mt_streams
    for each statement execute function ledger.refuse_change();

-- Where an append fails after numbers were drawn from the sequence, Marten would mark them as used, with events of its own that only its daemon
-- looks at. The ledger has none, and after a crash the sequence gives such numbers again: a mark would be in the way of a fact.
do $$
begin
    if not exists (select from pg_constraint where conrelid = 'ledger.mt_events'::regclass and conname = 'no_marks') then
        alter table ledger.mt_events add constraint no_marks check (type <> 'tombstone') not valid;
    end if;
end
$$;

-- The role that the service works under: it appends and reads. Marten counts a stream's versions in mt_streams.
-- Roles belong to the whole server: another database of it may have created this one, or be about to. A ledger from before its roles had this name
-- keeps the one that it has, of which the logins on its server are members; and so does one whose owner may not create roles.
do $$
declare
    own constant text := 'ledger_append_only';
    earlier constant text := 'artsakh_ledger_service';
    has_earlier constant boolean := exists (select from pg_roles where rolname = earlier);
    service text := own;
begin
    if has_earlier and has_schema_privilege(earlier, 'ledger', 'usage') then
        service := earlier;
    elsif not exists (select from pg_roles where rolname = own) then
        begin
            execute format('create role %I nologin', own);
        exception
            when duplicate_object or unique_violation then
                null;
            when insufficient_privilege then
                if not has_earlier then
                    raise;
                end if;
                service := earlier;
        end;
    end if;

    execute format('grant usage on schema ledger to %I', service);
    execute format('grant select on all tables in schema ledger to %I', service);
    execute format(
        'grant insert on ledger.mt_events, ledger.positions, ledger.facts, ledger.requests, ledger.snapshots, ledger.log, ledger.name, '
        'ledger.log_keys, ledger.imported_folders to %I', service);
    execute format('grant insert, update on ledger.mt_streams to %I', service);
    execute format('grant usage on all sequences in schema ledger to %I', service);
end
$$;
