-- History is never changed; partitions are made as they are needed; each role may do what it must. The roles are there when the
-- database is the venue's own; otherwise one user is owner, writer and reader.

create function exchange.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on %.%: its rows are history', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function exchange.refuse_change() is 'Trigger: refuses the statement';

create trigger executions_are_history before update or delete on exchange.executions
    for each row execute function exchange.refuse_change();
create trigger ledger_entries_are_history before update or delete on exchange.ledger_entries
    for each row execute function exchange.refuse_change();

create function exchange.add_execution_partition(n bigint) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if n is null or n < 0 or n > 900000000000 then
        raise exception 'n=% is no partition', n using errcode = 'invalid_parameter_value';
    end if;
    execute format('create table if not exists exchange.executions_%s partition of exchange.executions for values from (%s) to (%s)',
                   n, n * 10000000, (n + 1) * 10000000);
    execute format('comment on table exchange.executions_%s is %L', n, format('Executions from event %s', n * 10000000));
end $$;
comment on function exchange.add_execution_partition(bigint) is
    'Makes the partition of executions for the events from n * 10,000,000, unless it is there';
revoke all on function exchange.add_execution_partition(bigint) from public;

select exchange.add_execution_partition(0);

do $$
begin
    if exists (select from pg_roles where rolname = 'vex_writer') then
        grant usage on schema exchange to vex_writer;
        grant select, insert, update on
            exchange.projection, exchange.assets, exchange.instruments, exchange.participants, exchange.accounts, exchange.fix_sessions,
            exchange.users, exchange.kill_switches, exchange.orders, exchange.trades, exchange.balances, exchange.logs
            to vex_writer;
        grant select, insert on exchange.executions, exchange.ledger_entries to vex_writer;
        grant execute on function exchange.add_execution_partition(bigint) to vex_writer;
    end if;
    if exists (select from pg_roles where rolname = 'vex_reader') then
        grant usage on schema exchange to vex_reader;
        grant select on all tables in schema exchange to vex_reader;
        alter default privileges in schema exchange grant select on tables to vex_reader;
    end if;
end $$;
