-- What the venue's staff set beside the directory: limits, fee tiers, schedules, announcements.

create table exchange.limits (
    scope                text        not null check (scope in ('ACCOUNT', 'FIRM')),
    target               text        not null,
    max_order_quantity   numeric,
    max_order_notional   numeric,
    max_open_orders      bigint,
    max_open_notional    numeric,
    max_position         numeric,
    orders_per_second    bigint,
    order_burst          bigint,
    max_position_by_symbol jsonb     not null,
    updated_at           timestamptz not null,
    event_sequence       bigint      not null,
    primary key (scope, target)
);
comment on table exchange.limits is 'Limits of accounts and firms; null = no limit, no row = none at all';
comment on column exchange.limits.scope is 'ACCOUNT, or FIRM: over all accounts of the participant';
comment on column exchange.limits.target is 'Account or participant';
comment on column exchange.limits.max_order_quantity is 'Of one order, in units of the base asset';
comment on column exchange.limits.max_order_notional is 'Of one order, in units of the quote asset';
comment on column exchange.limits.max_open_orders is 'Live orders';
comment on column exchange.limits.max_open_notional is 'Of all live orders, in each quote asset';
comment on column exchange.limits.max_position is 'Long and short alike, in each instrument';
comment on column exchange.limits.orders_per_second is 'New orders and replaces';
comment on column exchange.limits.order_burst is 'How many may come at once';
comment on column exchange.limits.max_position_by_symbol is 'Where an instrument has another max_position: {"ACME": "500"}';
comment on column exchange.limits.updated_at is 'Engine time of the last change';
comment on column exchange.limits.event_sequence is 'Event of the last change';

create table exchange.fee_tiers (
    id             text        primary key,
    engine_id      integer     not null unique check (engine_id > 0),
    rates          jsonb       not null,
    updated_at     timestamptz not null,
    event_sequence bigint      not null
);
comment on table exchange.fee_tiers is 'Fee rates that accounts may be given; without a tier an account pays the instruments'' own';
comment on column exchange.fee_tiers.id is 'Name';
comment on column exchange.fee_tiers.engine_id is 'Number of the tier in the engine''s events';
comment on column exchange.fee_tiers.rates is 'Basis points by symbol: {"ACME": {"makerFeeBp": "0.00", "takerFeeBp": "1.00", "auctionFeeBp": "0.50"}}';
comment on column exchange.fee_tiers.updated_at is 'Engine time of the last change';
comment on column exchange.fee_tiers.event_sequence is 'Event of the last change';

alter table exchange.accounts add fee_tier text, add next_fee_tier text;
comment on column exchange.accounts.fee_tier is 'Fee tier in force; null: the instruments'' own rates';
comment on column exchange.accounts.next_fee_tier is 'Fee tier from the next trading day';

create table exchange.schedules (
    symbol         text        primary key,
    schedule       jsonb       not null,
    changes        jsonb       not null,
    updated_at     timestamptz not null,
    event_sequence bigint      not null
);
comment on table exchange.schedules is 'When phases change by themselves';
comment on column exchange.schedules.symbol is 'Instrument';
comment on column exchange.schedules.schedule is 'As it was entered: days, times, phases, holidays';
comment on column exchange.schedules.changes is 'The instants the engine has been given: [{"at": …, "phase": …}]';
comment on column exchange.schedules.updated_at is 'Engine time of the last change';
comment on column exchange.schedules.event_sequence is 'Event of the last change';

create table exchange.announcements (
    id             bigint      primary key,
    active         boolean     not null,
    severity       text        not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    text           text        not null,
    at             timestamptz,
    announced_at   timestamptz not null,
    announced_by   text,
    event_sequence bigint      not null
);
comment on table exchange.announcements is 'What the venue told everybody';
comment on column exchange.announcements.id is 'Number of the announcement';
comment on column exchange.announcements.active is 'False once withdrawn';
comment on column exchange.announcements.severity is 'How much it matters';
comment on column exchange.announcements.text is 'What';
comment on column exchange.announcements.at is 'When it happens; null: when it was announced';
comment on column exchange.announcements.announced_at is 'Engine time';
comment on column exchange.announcements.announced_by is 'User';
comment on column exchange.announcements.event_sequence is 'Event of the last change';

do $$
begin
    if exists (select from pg_roles where rolname = 'vex_writer') then
        -- the projector stages what it merges
        execute format('grant temporary on database %I to vex_writer', current_database());
        grant select, insert, update on exchange.limits, exchange.fee_tiers, exchange.schedules, exchange.announcements to vex_writer;
    end if;
    if exists (select from pg_roles where rolname = 'vex_reader') then
        grant select on exchange.limits, exchange.fee_tiers, exchange.schedules, exchange.announcements to vex_reader;
    end if;
end $$;
