-- The projection of the engine's log: tables that people and programs read. The engine never reads them.
-- Everything here can be made again from the log. Names follow the JSON of the REST API, in snake case.

create schema if not exists exchange;
comment on schema exchange is 'V-Exchange: a projection of the engine''s log';

create table exchange.assets (
    symbol text primary key,
    scale int not null check (scale between 0 and 18),
    updated_at timestamptz not null,
    event_sequence bigint not null
);
comment on table exchange.assets is 'What is traded and paid with';
comment on column exchange.assets.symbol is 'Its name, such as USD';
comment on column exchange.assets.scale is 'Decimals of an amount';
comment on column exchange.assets.updated_at is 'Engine time of the last change';
comment on column exchange.assets.event_sequence is 'Event at which the row came to be as it is';

create table exchange.instruments (
    symbol text primary key,
    base text not null,
    quote text not null,
    enabled boolean not null,
    phase text not null
        check (phase in ('CLOSED', 'PRE_OPEN', 'OPENING_AUCTION', 'CONTINUOUS', 'VOLATILITY_AUCTION', 'HALTED', 'CANCEL_ONLY', 'CLOSING_AUCTION')),
    tick_size numeric not null check (tick_size > 0),
    lot_size numeric not null check (lot_size > 0),
    min_quantity numeric not null,
    max_quantity numeric not null,
    max_notional numeric,
    reference_price numeric,
    static_collar_percent numeric,
    dynamic_collar_percent numeric,
    protection_percent numeric,
    volatility_auction_seconds int not null,
    maker_fee_bp numeric not null,
    taker_fee_bp numeric not null,
    auction_fee_bp numeric not null,
    updated_at timestamptz not null,
    event_sequence bigint not null
);
comment on table exchange.instruments is 'What can be traded';
comment on column exchange.instruments.symbol is 'Its name, such as BTC-USD';
comment on column exchange.instruments.base is 'Asset that is bought and sold';
comment on column exchange.instruments.quote is 'Asset that prices are in';
comment on column exchange.instruments.enabled is 'Takes orders';
comment on column exchange.instruments.phase is 'Trading phase';
comment on column exchange.instruments.tick_size is 'Step of prices, in the quote asset';
comment on column exchange.instruments.lot_size is 'Step of quantities, in the base asset';
comment on column exchange.instruments.min_quantity is 'Least quantity of an order';
comment on column exchange.instruments.max_quantity is 'Greatest quantity of an order';
comment on column exchange.instruments.max_notional is 'Greatest price times quantity of an order, in the quote asset';
comment on column exchange.instruments.reference_price is 'Middle of the static collar when the instrument was last defined';
comment on column exchange.instruments.static_collar_percent is 'Distance of a price from the reference price at most; NULL: no bound';
comment on column exchange.instruments.dynamic_collar_percent is 'Distance of a trade from the last one that starts a volatility auction; NULL: off';
comment on column exchange.instruments.protection_percent is 'How far a market order walks at most; NULL: no bound';
comment on column exchange.instruments.volatility_auction_seconds is 'Length of a volatility auction';
comment on column exchange.instruments.maker_fee_bp is 'Fee of the passive side in basis points; negative: a rebate';
comment on column exchange.instruments.taker_fee_bp is 'Fee of the aggressive side in basis points';
comment on column exchange.instruments.auction_fee_bp is 'Fee of both sides of an auction in basis points';
comment on column exchange.instruments.updated_at is 'Engine time of the last change';
comment on column exchange.instruments.event_sequence is 'Event at which the row came to be as it is';

create table exchange.participants (
    id text primary key,
    name text not null,
    enabled boolean not null,
    self_trade_prevention text check (self_trade_prevention in ('CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT', 'NONE')),
    updated_at timestamptz not null,
    event_sequence bigint not null
);
comment on table exchange.participants is 'Firms; orders of one firm do not trade with each other unless it wants them to';
comment on column exchange.participants.id is 'Its name, such as ALPHA';
comment on column exchange.participants.name is 'What people call it';
comment on column exchange.participants.enabled is 'May trade';
comment on column exchange.participants.self_trade_prevention is 'What its orders do when they meet, unless an order says otherwise';
comment on column exchange.participants.updated_at is 'Engine time of the last change';
comment on column exchange.participants.event_sequence is 'Event at which the row came to be as it is';

create table exchange.accounts (
    id text primary key,
    participant text not null,
    type text not null check (type in ('CASH', 'CREDIT', 'EXCHANGE')),
    enabled boolean not null,
    fee_tier text not null,
    self_trade_prevention text check (self_trade_prevention in ('CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT', 'NONE')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    event_sequence bigint not null
);
comment on table exchange.accounts is 'Whose money and holdings they are';
comment on column exchange.accounts.id is 'Its name, such as ALPHA-A';
comment on column exchange.accounts.participant is 'Firm it belongs to';
comment on column exchange.accounts.type is 'CASH: covered in advance; CREDIT: by limits; EXCHANGE: the venue''s own';
comment on column exchange.accounts.enabled is 'May trade';
comment on column exchange.accounts.fee_tier is 'Name of its fees';
comment on column exchange.accounts.self_trade_prevention is 'What its orders do when they meet, NULL: as its firm says';
comment on column exchange.accounts.created_at is 'Engine time of its making';
comment on column exchange.accounts.updated_at is 'Engine time of the last change';
comment on column exchange.accounts.event_sequence is 'Event at which the row came to be as it is';

create table exchange.fix_sessions (
    id text primary key,
    participant text not null,
    role text not null check (role in ('ORDER_ENTRY', 'DROP_COPY', 'MARKET_DATA')),
    accounts text[] not null,
    default_account text,
    enabled boolean not null,
    cancel_on_disconnect text not null check (cancel_on_disconnect in ('NONE', 'SESSION', 'ACCOUNT')),
    self_trade_prevention text check (self_trade_prevention in ('CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT', 'NONE')),
    updated_at timestamptz not null,
    event_sequence bigint not null
);
comment on table exchange.fix_sessions is 'FIX sessions as the directory knows them, without their passwords';
comment on column exchange.fix_sessions.id is 'SenderCompID of the client';
comment on column exchange.fix_sessions.participant is 'Firm it belongs to';
comment on column exchange.fix_sessions.role is 'What it is for';
comment on column exchange.fix_sessions.accounts is 'Accounts it may use';
comment on column exchange.fix_sessions.default_account is 'Account of an order that names none';
comment on column exchange.fix_sessions.enabled is 'May log on';
comment on column exchange.fix_sessions.cancel_on_disconnect is 'Whose orders end with its connection';
comment on column exchange.fix_sessions.self_trade_prevention is 'What its orders do when they meet, NULL: as its firm says';
comment on column exchange.fix_sessions.updated_at is 'Engine time of the last change';
comment on column exchange.fix_sessions.event_sequence is 'Event at which the row came to be as it is';

create table exchange.kill_switches (
    id bigint primary key,
    scope text not null check (scope in ('SESSION', 'ACCOUNT', 'FIRM', 'INSTRUMENT', 'MARKET')),
    target text,
    state text not null check (state in ('ENGAGED', 'RELEASED')),
    canceled_orders int not null check (canceled_orders >= 0),
    reason text,
    engaged_by text,
    engaged_at timestamptz not null,
    released_by text,
    released_at timestamptz,
    release_reason text,
    event_sequence bigint not null
);
comment on table exchange.kill_switches is 'Every kill switch ever engaged';
comment on column exchange.kill_switches.id is 'Engine counter';
comment on column exchange.kill_switches.scope is 'What it covers';
comment on column exchange.kill_switches.target is 'Which of them; NULL: the market';
comment on column exchange.kill_switches.state is 'Whether it blocks';
comment on column exchange.kill_switches.canceled_orders is 'Orders it cancelled when it was engaged';
comment on column exchange.kill_switches.reason is 'Why it was engaged';
comment on column exchange.kill_switches.engaged_by is 'User who engaged it';
comment on column exchange.kill_switches.engaged_at is 'Engine time of it';
comment on column exchange.kill_switches.released_by is 'User who released it';
comment on column exchange.kill_switches.released_at is 'Engine time of it';
comment on column exchange.kill_switches.release_reason is 'Why it was released';
comment on column exchange.kill_switches.event_sequence is 'Event at which the row came to be as it is';

create table exchange.orders (
    id bigint primary key,
    client_order_id text,
    account text not null references exchange.accounts,
    participant text not null,
    symbol text not null references exchange.instruments,
    side text not null check (side in ('BUY', 'SELL')),
    order_type text not null check (order_type in ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT', 'MARKET_TO_LIMIT', 'PEGGED')),
    time_in_force text not null check (time_in_force in ('DAY', 'GTC', 'AT_THE_OPENING', 'IOC', 'FOK', 'GTD', 'AT_THE_CLOSE')),
    price numeric,
    stop_price numeric,
    working_price numeric,
    quantity numeric not null,
    filled_quantity numeric not null check (filled_quantity >= 0),
    leaves_quantity numeric not null check (leaves_quantity >= 0),
    canceled_quantity numeric not null,
    visible_quantity numeric,
    display_quantity numeric,
    min_quantity numeric,
    post_only boolean not null,
    peg_reference text check (peg_reference in ('PRIMARY', 'MID')),
    self_trade_prevention text check (self_trade_prevention in ('CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT', 'NONE')),
    avg_price numeric,
    triggered boolean,
    status text not null check (status in ('NEW', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'REJECTED', 'EXPIRED')),
    code text,
    text text,
    expire_time timestamptz,
    entered_by text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    event_sequence bigint not null,
    constraint orders_quantities check (filled_quantity + leaves_quantity + canceled_quantity = quantity),
    constraint orders_prices check (status = 'REJECTED' or ((price is not null or order_type not in ('LIMIT', 'STOP_LIMIT'))
        and (stop_price is not null) = (order_type in ('STOP', 'STOP_LIMIT'))))
) with (fillfactor = 80);
comment on table exchange.orders is 'Every order the engine has numbered, as it stands; refused ones too';
comment on column exchange.orders.id is 'Engine counter; FIX 37';
comment on column exchange.orders.client_order_id is 'The id it bears now (FIX 11); not unique, it may come again on another day';
comment on column exchange.orders.account is 'Account it trades for';
comment on column exchange.orders.participant is 'Firm of the account';
comment on column exchange.orders.symbol is 'Instrument';
comment on column exchange.orders.side is 'BUY or SELL';
comment on column exchange.orders.order_type is 'FIX 40 as a word';
comment on column exchange.orders.time_in_force is 'FIX 59 as a word';
comment on column exchange.orders.price is 'Limit; NULL: none';
comment on column exchange.orders.stop_price is 'Price that triggers a stop; NULL: not a stop';
comment on column exchange.orders.working_price is 'Where it stands in the book; NULL: not in it';
comment on column exchange.orders.quantity is 'What was ordered (FIX 38)';
comment on column exchange.orders.filled_quantity is 'What has traded (FIX 14)';
comment on column exchange.orders.leaves_quantity is 'What can still trade (FIX 151)';
comment on column exchange.orders.canceled_quantity is 'What will not trade any more';
comment on column exchange.orders.visible_quantity is 'What market data shows of it now';
comment on column exchange.orders.display_quantity is 'What it shows at a time (FIX 111); NULL: all';
comment on column exchange.orders.min_quantity is 'Least first fill (FIX 110); NULL: any';
comment on column exchange.orders.post_only is 'Only ever adds to the book';
comment on column exchange.orders.peg_reference is 'Price that a peg follows';
comment on column exchange.orders.self_trade_prevention is 'What it does when it meets an order of its firm';
comment on column exchange.orders.avg_price is 'Average price of its fills; NULL before the first';
comment on column exchange.orders.triggered is 'Whether a stop has been triggered; NULL: not a stop';
comment on column exchange.orders.status is 'FIX 39 as a word';
comment on column exchange.orders.code is 'Why it was refused or ended unasked';
comment on column exchange.orders.text is 'The words told with the code (FIX 58)';
comment on column exchange.orders.expire_time is 'When a GTD order ends; NULL: at no set time';
comment on column exchange.orders.entered_by is 'SenderCompID, or REST:user';
comment on column exchange.orders.created_at is 'Engine time of its entry';
comment on column exchange.orders.updated_at is 'Engine time of its last change';
comment on column exchange.orders.event_sequence is 'Event at which the row came to be as it is';

create table exchange.executions (
    event_sequence bigint primary key,
    order_id bigint not null,
    client_order_id text,
    orig_client_order_id text,
    account text not null,
    symbol text not null,
    side text not null check (side in ('BUY', 'SELL')),
    exec_type text not null
        check (exec_type in ('NEW', 'TRADE', 'CANCELED', 'REPLACED', 'REJECTED', 'EXPIRED', 'RESTATED', 'TRIGGERED', 'TRADE_CORRECT', 'TRADE_CANCEL')),
    order_status text not null check (order_status in ('NEW', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'REJECTED', 'EXPIRED')),
    quantity numeric not null,
    price numeric,
    last_price numeric,
    last_quantity numeric,
    leaves_quantity numeric not null check (leaves_quantity >= 0),
    filled_quantity numeric not null check (filled_quantity >= 0),
    avg_price numeric,
    trade_id bigint,
    liquidity text check (liquidity in ('ADDED', 'REMOVED', 'AUCTION')),
    fee numeric,
    fee_asset text,
    ref_execution_id bigint,
    code text,
    text text,
    seq bigint,
    at timestamptz not null
) partition by range (event_sequence);
comment on table exchange.executions is 'Every ExecutionReport that is an event, in the engine''s order; never changed';
comment on column exchange.executions.event_sequence is 'Its event; FIX 17 (ExecID)';
comment on column exchange.executions.order_id is 'Order it is about (FIX 37); of a refused duplicate the order that has the id';
comment on column exchange.executions.client_order_id is 'FIX 11 of the report';
comment on column exchange.executions.orig_client_order_id is 'FIX 41 of the report';
comment on column exchange.executions.account is 'Account of the order';
comment on column exchange.executions.symbol is 'Instrument';
comment on column exchange.executions.side is 'BUY or SELL';
comment on column exchange.executions.exec_type is 'FIX 150 as a word';
comment on column exchange.executions.order_status is 'FIX 39 as a word, after the event';
comment on column exchange.executions.quantity is 'FIX 38, after the event';
comment on column exchange.executions.price is 'Limit (FIX 44); NULL: none';
comment on column exchange.executions.last_price is 'Price of the fill (FIX 31)';
comment on column exchange.executions.last_quantity is 'Quantity of the fill (FIX 32)';
comment on column exchange.executions.leaves_quantity is 'FIX 151, after the event';
comment on column exchange.executions.filled_quantity is 'FIX 14, after the event';
comment on column exchange.executions.avg_price is 'FIX 6; NULL before the first fill';
comment on column exchange.executions.trade_id is 'Trade of the fill (FIX 880)';
comment on column exchange.executions.liquidity is 'FIX 851 as a word, of a fill';
comment on column exchange.executions.fee is 'Fee of the fill; negative: a rebate';
comment on column exchange.executions.fee_asset is 'Asset of the fee';
comment on column exchange.executions.ref_execution_id is 'Report that this one corrects or cancels (FIX 19)';
comment on column exchange.executions.code is 'Why it was refused or ended unasked';
comment on column exchange.executions.text is 'The words told with the code (FIX 58)';
comment on column exchange.executions.seq is 'Public sequence of the print (FIX 83), of a fill';
comment on column exchange.executions.at is 'Engine time (FIX 60)';

create table exchange.trades (
    id bigint primary key,
    symbol text not null references exchange.instruments,
    price numeric not null,
    quantity numeric not null check (quantity > 0),
    value numeric not null,
    aggressor_side text check (aggressor_side in ('BUY', 'SELL')),
    status text not null check (status in ('EXECUTED', 'CORRECTED', 'BUSTED')),
    buy_order_id bigint not null,
    sell_order_id bigint not null,
    buy_account text not null,
    sell_account text not null,
    buy_fee numeric not null,
    sell_fee numeric not null,
    fee_asset text not null,
    original_price numeric,
    original_quantity numeric,
    reason text,
    seq bigint not null,
    event_sequence bigint not null,
    executed_at timestamptz not null,
    updated_at timestamptz not null
);
comment on table exchange.trades is 'Every trade, as corrected or busted';
comment on column exchange.trades.id is 'Engine counter; FIX 880';
comment on column exchange.trades.symbol is 'Instrument';
comment on column exchange.trades.price is 'Price, as corrected';
comment on column exchange.trades.quantity is 'Quantity, as corrected';
comment on column exchange.trades.value is 'Price times quantity, in the quote asset';
comment on column exchange.trades.aggressor_side is 'Side that came to the other; NULL in an auction';
comment on column exchange.trades.status is 'Sums leave out BUSTED';
comment on column exchange.trades.buy_order_id is 'Buyer''s order';
comment on column exchange.trades.sell_order_id is 'Seller''s order';
comment on column exchange.trades.buy_account is 'Buyer''s account';
comment on column exchange.trades.sell_account is 'Seller''s account';
comment on column exchange.trades.buy_fee is 'Buyer''s fee; negative: a rebate';
comment on column exchange.trades.sell_fee is 'Seller''s fee; negative: a rebate';
comment on column exchange.trades.fee_asset is 'Asset of both fees';
comment on column exchange.trades.original_price is 'Price as traded, where it was corrected or busted';
comment on column exchange.trades.original_quantity is 'Quantity as traded, where it was corrected or busted';
comment on column exchange.trades.reason is 'Why it was corrected or busted';
comment on column exchange.trades.seq is 'Public sequence of the print';
comment on column exchange.trades.event_sequence is 'Event at which the row came to be as it is';
comment on column exchange.trades.executed_at is 'Engine time of the trade';
comment on column exchange.trades.updated_at is 'Engine time of the last change';

create table exchange.balances (
    account text not null references exchange.accounts,
    asset text not null,
    total numeric not null,
    held numeric not null check (held >= 0),
    available numeric generated always as (total - held) stored,
    updated_at timestamptz not null,
    event_sequence bigint not null,
    primary key (account, asset)
) with (fillfactor = 80);
comment on table exchange.balances is 'What an account has of an asset';
comment on column exchange.balances.account is 'Account';
comment on column exchange.balances.asset is 'Asset';
comment on column exchange.balances.total is 'All it has';
comment on column exchange.balances.held is 'What open orders hold of it';
comment on column exchange.balances.available is 'What new orders and withdrawals may use';
comment on column exchange.balances.updated_at is 'Engine time of the last change';
comment on column exchange.balances.event_sequence is 'Event at which the row came to be as it is';

create table exchange.ledger_entries (
    event_sequence bigint not null,
    line int not null check (line > 0),
    debit_account text not null,
    credit_account text not null,
    asset text not null,
    amount numeric not null check (amount > 0),
    type text not null check (type in ('DEPOSIT', 'WITHDRAWAL', 'TRADE', 'FEE', 'REBATE', 'BUST', 'CORRECTION')),
    order_id bigint,
    trade_id bigint,
    reference text,
    reason text,
    actor text,
    at timestamptz not null,
    primary key (event_sequence, line)
);
comment on table exchange.ledger_entries is 'Double entry: each row moves an amount from one account to another; never changed';
comment on column exchange.ledger_entries.event_sequence is 'Event that moved it';
comment on column exchange.ledger_entries.line is 'Place within the event';
comment on column exchange.ledger_entries.debit_account is 'Account that loses; VEX-EXTERNAL is the world outside';
comment on column exchange.ledger_entries.credit_account is 'Account that gains';
comment on column exchange.ledger_entries.asset is 'Asset';
comment on column exchange.ledger_entries.amount is 'What moves';
comment on column exchange.ledger_entries.type is 'Why it moves';
comment on column exchange.ledger_entries.order_id is 'Order of a fee or rebate';
comment on column exchange.ledger_entries.trade_id is 'Trade';
comment on column exchange.ledger_entries.reference is 'Reference of a deposit or withdrawal';
comment on column exchange.ledger_entries.reason is 'Reason an operator gave';
comment on column exchange.ledger_entries.actor is 'Who moved it, where it was an act';
comment on column exchange.ledger_entries.at is 'Engine time';

create table exchange.logs (
    event_sequence bigint primary key,
    kind text not null check (kind in ('AUDIT', 'INCIDENT')),
    at timestamptz not null,
    actor text,
    role text,
    source text,
    channel text,
    action text,
    target text,
    request jsonb,
    result text check (result in ('OK', 'REFUSED')),
    severity text,
    code text,
    text text,
    reason text,
    request_id text
);
comment on table exchange.logs is 'Audit rows and incidents';
comment on column exchange.logs.event_sequence is 'Its event';
comment on column exchange.logs.kind is 'Which of both';
comment on column exchange.logs.at is 'Engine time';
comment on column exchange.logs.actor is 'User or SenderCompID';
comment on column exchange.logs.role is 'Role of the actor';
comment on column exchange.logs.source is 'Address the act came from';
comment on column exchange.logs.channel is 'REST, CONSOLE, FIX, CLI, SCHEDULE or ENGINE';
comment on column exchange.logs.action is 'What was done';
comment on column exchange.logs.target is 'Account, symbol, trade or session it was done to';
comment on column exchange.logs.request is 'What was asked, without secrets';
comment on column exchange.logs.result is 'Of an act';
comment on column exchange.logs.severity is 'Of an incident';
comment on column exchange.logs.code is 'Why it was refused; of an incident its name';
comment on column exchange.logs.text is 'Words of an incident';
comment on column exchange.logs.reason is 'Reason the actor gave';
comment on column exchange.logs.request_id is 'Id of the request';

create table exchange.projection (
    log_id uuid,
    last_event_sequence bigint not null check (last_event_sequence >= 0),
    first_event_sequence bigint not null check (first_event_sequence >= 1),
    behaviour_version int not null,
    updated_at timestamptz not null
);
comment on table exchange.projection is 'One row: which log these tables show, and up to where';
comment on column exchange.projection.log_id is 'Identity of the log; NULL: none yet';
comment on column exchange.projection.last_event_sequence is 'Newest event these tables show; the projector''s fence';
comment on column exchange.projection.first_event_sequence is 'Oldest event still held';
comment on column exchange.projection.behaviour_version is 'Behaviour version of the log';
comment on column exchange.projection.updated_at is 'When the row was written, by the database''s clock';

create unique index projection_one_row on exchange.projection ((true));
insert into exchange.projection values (null, 0, 1, 0, now());

create index orders_client_order_id on exchange.orders (account, client_order_id);
create index orders_account_id on exchange.orders (account, id desc);
create index orders_open on exchange.orders (symbol, side, working_price) where leaves_quantity > 0;
create index executions_order_id on exchange.executions (order_id);
create index executions_account on exchange.executions (account, event_sequence desc);
create index executions_at on exchange.executions using brin (at);
create index trades_buy_order_id on exchange.trades (buy_order_id);
create index trades_sell_order_id on exchange.trades (sell_order_id);
create index trades_symbol_id on exchange.trades (symbol, id desc);
create index trades_executed_at on exchange.trades using brin (executed_at);
create index ledger_entries_debit on exchange.ledger_entries (debit_account, event_sequence desc);
create index ledger_entries_credit on exchange.ledger_entries (credit_account, event_sequence desc);
create index logs_at on exchange.logs using brin (at);
create index logs_kind on exchange.logs (kind, event_sequence desc);

create view exchange.order_book as
select symbol, side, working_price as price, sum(leaves_quantity) as total_quantity, sum(visible_quantity) as displayed_quantity,
       count(*)::int as order_count, max(updated_at) as last_updated
from exchange.orders where leaves_quantity > 0 and working_price is not null group by symbol, side, working_price;
comment on view exchange.order_book is 'The book of every instrument, a row a price';
comment on column exchange.order_book.symbol is 'Instrument';
comment on column exchange.order_book.side is 'BUY or SELL';
comment on column exchange.order_book.price is 'Price of the level';
comment on column exchange.order_book.total_quantity is 'All that stands there, hidden quantity included';
comment on column exchange.order_book.displayed_quantity is 'What market data shows';
comment on column exchange.order_book.order_count is 'Orders at the price';
comment on column exchange.order_book.last_updated is 'Engine time of the last change of one of them';

-- Executions and ledger lines are facts: they are added, never changed.
create function exchange.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;
comment on function exchange.refuse_change() is 'Refuses every change of a row';
create trigger executions_append_only before update or delete on exchange.executions
    for each row execute function exchange.refuse_change();
create trigger executions_no_truncate before truncate on exchange.executions
    for each statement execute function exchange.refuse_change();
create trigger ledger_entries_append_only before update or delete on exchange.ledger_entries
    for each row execute function exchange.refuse_change();
create trigger ledger_entries_no_truncate before truncate on exchange.ledger_entries
    for each statement execute function exchange.refuse_change();

-- Partition n holds the events from n * 10,000,000. The writer may make one although it may not change the schema.
create function exchange.add_execution_partition(n int) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    partition_name text := 'executions_' || n;
begin
    if n < 0 or n > 900000000 then
        raise exception 'n=% is no partition', n using errcode = 'invalid_parameter_value';
    end if;
    perform pg_advisory_xact_lock(hashtext('exchange.executions'));
    if to_regclass('exchange.' || partition_name) is not null then
        return false;
    end if;
    execute format('create table exchange.%I partition of exchange.executions for values from (%s) to (%s)',
        partition_name, n * 10000000::bigint, (n + 1) * 10000000::bigint);
    execute format('comment on table exchange.%I is %L', partition_name,
        format('executions with event_sequence from %s to %s', n * 10000000::bigint, (n + 1) * 10000000::bigint - 1));
    if exists (select from pg_roles where rolname = 'vex_reader') then
        execute format('grant select on exchange.%I to vex_reader', partition_name);
    end if;
    return true;
end
$$;
comment on function exchange.add_execution_partition(int) is 'Makes partition n of executions; false: it was there';
revoke execute on function exchange.add_execution_partition(int) from public;
select exchange.add_execution_partition(0);

-- The roles are made by who makes the database; a database of one's own may have one user for all.
do $$
begin
    if exists (select from pg_roles where rolname = 'vex_writer') then
        grant usage on schema exchange to vex_writer;
        grant select, insert, update on all tables in schema exchange to vex_writer;
        revoke insert on exchange.projection from vex_writer;
        grant execute on function exchange.add_execution_partition(int) to vex_writer;
    end if;
    if exists (select from pg_roles where rolname = 'vex_reader') then
        grant usage on schema exchange to vex_reader;
        grant select on all tables in schema exchange to vex_reader;
    end if;
end
$$;
