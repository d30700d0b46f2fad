-- What the venue consists of: assets, instruments, firms, accounts, FIX sessions, users, kill switches; and how far the tables are.
-- The engine's log is the truth; every row here is made from its events. Prices, quantities and money are exact decimals.

comment on schema exchange is 'The projection of the engine''s log: everything here can be dropped and made again from it';

create table exchange.projection (
    log_id              uuid,
    last_event_sequence bigint      not null default 0 check (last_event_sequence >= 0),
    first_event_sequence bigint     not null default 1 check (first_event_sequence >= 1),
    behaviour_version   integer     not null default 0,
    updated_at          timestamptz not null default now(),
    check (log_id is not null or last_event_sequence = 0)
);
create unique index projection_one_row on exchange.projection ((true));
insert into exchange.projection default values;
comment on table exchange.projection is 'One row: how far the tables follow the engine''s log. It is changed in the transaction that changes them';
comment on column exchange.projection.log_id is 'Identity of the log the tables were made from; null before the first event';
comment on column exchange.projection.last_event_sequence is 'Everything up to this event is in the tables';
comment on column exchange.projection.first_event_sequence is 'The first event whose rows are still held';
comment on column exchange.projection.behaviour_version is 'The log''s behaviour version when the tables were last written';
comment on column exchange.projection.updated_at is 'Wall clock of the last change; the only time here that is not the engine''s';

create table exchange.assets (
    id             text        primary key,
    engine_id      integer     not null unique check (engine_id > 0),
    scale          integer     not null check (scale between 0 and 18),
    updated_at     timestamptz not null,
    event_sequence bigint      not null
);
comment on table exchange.assets is 'What accounts hold and instruments trade';
comment on column exchange.assets.id is 'Name, such as USD';
comment on column exchange.assets.engine_id is 'Number of the asset in the engine''s events';
comment on column exchange.assets.scale is 'Decimals of its smallest unit';
comment on column exchange.assets.updated_at is 'Engine time of the last change';
comment on column exchange.assets.event_sequence is 'Event of the last change';

create table exchange.instruments (
    symbol                     text        primary key,
    engine_id                  integer     not null unique check (engine_id > 0),
    base                       text        not null references exchange.assets,
    quote                      text        not null references exchange.assets,
    enabled                    boolean     not null,
    phase                      text        not null check (phase in ('CLOSED', 'PRE_OPEN', 'OPENING_AUCTION', 'CONTINUOUS',
                                               'VOLATILITY_AUCTION', 'HALTED', 'CANCEL_ONLY', 'CLOSING_AUCTION')),
    tick_size                  numeric     not null check (tick_size > 0),
    tick_mantissa              bigint      not null check (tick_mantissa > 0),
    tick_decimals              integer     not null check (tick_decimals between 0 and 18),
    lot_size                   numeric     not null check (lot_size > 0),
    lot_mantissa               bigint      not null check (lot_mantissa > 0),
    lot_decimals               integer     not null check (lot_decimals between 0 and 18),
    min_quantity               numeric     not null check (min_quantity > 0),
    max_quantity               numeric     not null check (max_quantity >= min_quantity),
    max_notional               numeric,
    reference_price            numeric,
    static_collar_percent      numeric,
    dynamic_collar_percent     numeric,
    protection_percent         numeric,
    volatility_auction_seconds integer     not null,
    maker_fee_bp               numeric     not null,
    taker_fee_bp               numeric     not null,
    auction_fee_bp             numeric     not null,
    updated_at                 timestamptz not null,
    event_sequence             bigint      not null
);
comment on table exchange.instruments is 'What is traded here';
comment on column exchange.instruments.symbol is 'Name, such as BTC-USD (FIX 55)';
comment on column exchange.instruments.engine_id is 'Number of the instrument in the engine''s events';
comment on column exchange.instruments.base is 'Asset that is bought and sold';
comment on column exchange.instruments.quote is 'Asset it is paid in; prices and fees are in it';
comment on column exchange.instruments.enabled is 'False: takes no orders';
comment on column exchange.instruments.phase is 'Trading phase now';
comment on column exchange.instruments.tick_size is 'Each price is a multiple of it';
comment on column exchange.instruments.tick_mantissa is 'tick_size = tick_mantissa / 10^tick_decimals';
comment on column exchange.instruments.tick_decimals is 'Decimals of a price';
comment on column exchange.instruments.lot_size is 'Each quantity is a multiple of it';
comment on column exchange.instruments.lot_mantissa is 'lot_size = lot_mantissa / 10^lot_decimals';
comment on column exchange.instruments.lot_decimals is 'Decimals of a quantity';
comment on column exchange.instruments.min_quantity is 'Least quantity of an order';
comment on column exchange.instruments.max_quantity is 'Greatest quantity of an order';
comment on column exchange.instruments.max_notional is 'Greatest quantity times price of an order, in quote; null: none';
comment on column exchange.instruments.reference_price is 'What collars are measured from: the configured price, then the last print';
comment on column exchange.instruments.static_collar_percent is 'How far from the reference price an order''s price may be; null: off';
comment on column exchange.instruments.dynamic_collar_percent is 'How far trades may run before a volatility auction; null: off';
comment on column exchange.instruments.protection_percent is 'How far from the best price a market order trades; null: off';
comment on column exchange.instruments.volatility_auction_seconds is 'Length of a volatility auction';
comment on column exchange.instruments.maker_fee_bp is 'Basis points of the value for the resting side; negative: rebate';
comment on column exchange.instruments.taker_fee_bp is 'Basis points of the value for the aggressor';
comment on column exchange.instruments.auction_fee_bp is 'Basis points of the value for both sides of an auction';
comment on column exchange.instruments.updated_at is 'Engine time of the last change of rules or phase';
comment on column exchange.instruments.event_sequence is 'Event of the last change of rules or phase';

create table exchange.participants (
    id                    text        primary key,
    engine_id             integer     not null unique check (engine_id > 0),
    name                  text        not null,
    enabled               boolean     not null,
    self_trade_prevention text        not null check (self_trade_prevention in ('CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT', 'NONE')),
    updated_at            timestamptz not null,
    event_sequence        bigint      not null
);
comment on table exchange.participants is 'Firms; each is a self-trade group';
comment on column exchange.participants.id is 'Short name, such as ALPHA';
comment on column exchange.participants.engine_id is 'Number of the participant in the engine''s events';
comment on column exchange.participants.name is 'Full name';
comment on column exchange.participants.enabled is 'False: its orders are refused';
comment on column exchange.participants.self_trade_prevention is 'What happens when its own orders meet, unless a session or order says otherwise';
comment on column exchange.participants.updated_at is 'Engine time of the last change';
comment on column exchange.participants.event_sequence is 'Event of the last change';

create table exchange.accounts (
    id             text        primary key,
    engine_id      integer     not null unique check (engine_id > 0),
    participant    text        not null,
    type           text        not null check (type in ('CASH', 'CREDIT', 'EXCHANGE')),
    enabled        boolean     not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    event_sequence bigint      not null
);
comment on table exchange.accounts is 'Accounts of participants; VEX-FEES is the venue''s own';
comment on column exchange.accounts.id is 'Name, such as ALPHA-A (FIX 1)';
comment on column exchange.accounts.engine_id is 'Number of the account in the engine''s events';
comment on column exchange.accounts.participant is 'Its firm';
comment on column exchange.accounts.type is 'CASH: covered in full; CREDIT: may go negative within limits; EXCHANGE: the venue''s';
comment on column exchange.accounts.enabled is 'False: its orders are refused';
comment on column exchange.accounts.created_at is 'Engine time of its creation';
comment on column exchange.accounts.updated_at is 'Engine time of the last change';
comment on column exchange.accounts.event_sequence is 'Event of the last change';

create table exchange.fix_sessions (
    id                    text        primary key,
    engine_id             integer     not null unique check (engine_id > 0),
    participant           text        not null,
    role                  text        not null check (role in ('ORDER_ENTRY', 'DROP_COPY', 'MARKET_DATA')),
    enabled               boolean     not null,
    accounts              text[]      not null,
    default_account       text,
    self_trade_prevention text        check (self_trade_prevention in ('CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT', 'NONE')),
    updated_at            timestamptz not null,
    event_sequence        bigint      not null
);
comment on table exchange.fix_sessions is 'FIX sessions as defined; what a session is doing now is asked of the gateway';
comment on column exchange.fix_sessions.id is 'SenderCompID of the client';
comment on column exchange.fix_sessions.engine_id is 'Number of the session in the engine''s events';
comment on column exchange.fix_sessions.participant is 'Its firm';
comment on column exchange.fix_sessions.role is 'What it may send';
comment on column exchange.fix_sessions.enabled is 'False: it may not log on';
comment on column exchange.fix_sessions.accounts is 'Accounts it may use';
comment on column exchange.fix_sessions.default_account is 'Account of orders that name none';
comment on column exchange.fix_sessions.self_trade_prevention is 'Of its orders; null: the participant''s';
comment on column exchange.fix_sessions.updated_at is 'Engine time of the last change';
comment on column exchange.fix_sessions.event_sequence is 'Event of the last change';

create table exchange.users (
    id             text        primary key,
    engine_id      integer     not null unique check (engine_id > 0),
    role           text        not null check (role in ('VIEWER', 'TRADER', 'OPERATOR', 'ADMIN')),
    enabled        boolean     not null,
    accounts       text[]      not null,
    updated_at     timestamptz not null,
    event_sequence bigint      not null
);
comment on table exchange.users is 'Users of the web console and REST; no password or token is here';
comment on column exchange.users.id is 'Name used to log in';
comment on column exchange.users.engine_id is 'Number of the user in the engine''s events';
comment on column exchange.users.role is 'What the user may do';
comment on column exchange.users.enabled is 'False: may not log in';
comment on column exchange.users.accounts is 'Accounts a trader may use';
comment on column exchange.users.updated_at is 'Engine time of the last change';
comment on column exchange.users.event_sequence is 'Event of the last change';

create table exchange.kill_switches (
    id              bigint      primary key,
    scope           text        not null check (scope in ('SESSION', 'ACCOUNT', 'FIRM', 'INSTRUMENT', 'MARKET')),
    target          text        check ((target is null) = (scope = 'MARKET')),
    state           text        not null check (state in ('ENGAGED', 'RELEASED')),
    canceled_orders integer     not null check (canceled_orders >= 0),
    reason          text,
    engaged_by      text,
    engaged_at      timestamptz not null,
    released_by     text,
    released_at     timestamptz check ((released_at is not null) = (state = 'RELEASED')),
    release_reason  text,
    event_sequence  bigint      not null
);
comment on table exchange.kill_switches is 'Kill switches, engaged and released';
comment on column exchange.kill_switches.id is 'Number of the kill switch';
comment on column exchange.kill_switches.scope is 'What it covers';
comment on column exchange.kill_switches.target is 'Session, account, participant or symbol; null: the whole market';
comment on column exchange.kill_switches.state is 'ENGAGED or RELEASED';
comment on column exchange.kill_switches.canceled_orders is 'Live orders it ended';
comment on column exchange.kill_switches.reason is 'Why it was engaged';
comment on column exchange.kill_switches.engaged_by is 'User who engaged it';
comment on column exchange.kill_switches.engaged_at is 'Engine time';
comment on column exchange.kill_switches.released_by is 'User who released it';
comment on column exchange.kill_switches.released_at is 'Engine time';
comment on column exchange.kill_switches.release_reason is 'Why it was released';
comment on column exchange.kill_switches.event_sequence is 'Event of the last change';
