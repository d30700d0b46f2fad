-- Orders as they stand, every report about them, and what they traded.

create table exchange.orders (
    id                    bigint      primary key,
    client_order_id       text        not null,
    account               text        not null references exchange.accounts,
    participant           text        not null,
    symbol                text        not null references exchange.instruments,
    side                  text        not null check (side in ('BUY', 'SELL')),
    order_type            text        not null check (order_type in ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT', 'MARKET_TO_LIMIT', 'PEGGED')),
    time_in_force         text        not null check (time_in_force in ('DAY', 'GTC', 'AT_THE_OPENING', 'IOC', 'FOK', 'GTD', 'AT_THE_CLOSE')),
    price                 numeric,
    stop_price            numeric,
    working_price         numeric,
    quantity              numeric     not null,
    filled_quantity       numeric     not null check (filled_quantity >= 0),
    leaves_quantity       numeric     not null check (leaves_quantity >= 0),
    canceled_quantity     numeric     not null,
    visible_quantity      numeric     not null check (visible_quantity >= 0),
    display_quantity      numeric,
    min_quantity          numeric,
    post_only             boolean     not null,
    peg_reference         text        check (peg_reference in ('PRIMARY', 'MID')),
    self_trade_prevention text        check (self_trade_prevention in ('CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT', 'NONE')),
    avg_price             numeric,
    triggered             boolean,
    status                text        not null check (status in ('NEW', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'REJECTED', 'EXPIRED')),
    code                  text,
    text                  text,
    expire_time           timestamptz,
    entered_by            text        not null,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    event_sequence        bigint      not null,
    constraint orders_quantities check (filled_quantity + leaves_quantity + canceled_quantity = quantity),
    constraint orders_quantity_positive check (status = 'REJECTED' or (quantity > 0 and canceled_quantity >= 0)),
    constraint orders_price_by_type check (status = 'REJECTED' or order_type not in ('LIMIT', 'STOP_LIMIT') or price is not null),
    constraint orders_stop_price_by_type check (status = 'REJECTED' or (stop_price is not null) = (order_type in ('STOP', 'STOP_LIMIT'))),
    constraint orders_average_when_filled check ((avg_price is not null) = (filled_quantity > 0)),
    constraint orders_leaves_while_live check ((leaves_quantity > 0) = (status in ('NEW', 'PARTIALLY_FILLED'))),
    constraint orders_work_while_live check (working_price is null or leaves_quantity > 0)
) with (fillfactor = 80);
create index orders_client_order_id on exchange.orders (account, client_order_id);
create index orders_account on exchange.orders (account, id desc);
-- By status and not by leaves_quantity, so that a further fill of an order touches no index.
create index orders_open on exchange.orders (symbol, id) where status in ('NEW', 'PARTIALLY_FILLED');
comment on table exchange.orders is 'Each order as it stands after its last event, ended ones and refused ones too';
comment on column exchange.orders.id is 'Number of the order (FIX 37)';
comment on column exchange.orders.client_order_id is 'The ClOrdID it bears now; a replace changes it. Not unique: an id may come again on another day';
comment on column exchange.orders.account is 'Account it is for (FIX 1)';
comment on column exchange.orders.participant is 'Firm of the account';
comment on column exchange.orders.symbol is 'Instrument (FIX 55)';
comment on column exchange.orders.side is 'BUY or SELL (FIX 54)';
comment on column exchange.orders.order_type is 'FIX 40';
comment on column exchange.orders.time_in_force is 'FIX 59';
comment on column exchange.orders.price is 'Limit, as last accepted (FIX 44); null for a market order';
comment on column exchange.orders.stop_price is 'Stop price (FIX 99); null for anything but stops';
comment on column exchange.orders.working_price is 'Where it stands in the book; null: not in it. Follows a peg';
comment on column exchange.orders.quantity is 'Total, as last accepted (FIX 38)';
comment on column exchange.orders.filled_quantity is 'Filled (FIX 14)';
comment on column exchange.orders.leaves_quantity is 'Still working (FIX 151)';
comment on column exchange.orders.canceled_quantity is 'What an ended order did not fill';
comment on column exchange.orders.visible_quantity is 'What market data shows of it now';
comment on column exchange.orders.display_quantity is 'Tip of an iceberg (FIX 111); null: plain';
comment on column exchange.orders.min_quantity is 'Least it takes (FIX 110)';
comment on column exchange.orders.post_only is 'Whether it must not take on entry (FIX 18=6)';
comment on column exchange.orders.peg_reference is 'What a peg follows (FIX 18)';
comment on column exchange.orders.self_trade_prevention is 'What happens when it meets an order of its own firm (FIX 7928)';
comment on column exchange.orders.avg_price is 'Average of its fills, half-even at four decimals more than a price (FIX 6); null before the first';
comment on column exchange.orders.triggered is 'Of a stop: whether it was triggered; null for others';
comment on column exchange.orders.status is 'FIX 39';
comment on column exchange.orders.code is 'Why it was refused or ended unasked (FIX 58)';
comment on column exchange.orders.text is 'Text that was entered with it';
comment on column exchange.orders.expire_time is 'When it expires: the instant of FIX 126, or the end of the day of FIX 432';
comment on column exchange.orders.entered_by is 'FIX session that entered it, or REST: and the user';
comment on column exchange.orders.created_at is 'Engine time of its entry';
comment on column exchange.orders.updated_at is 'Engine time of its last report (FIX 60)';
comment on column exchange.orders.event_sequence is 'Its last report (FIX 17)';

-- The status says no more than leaves_quantity > 0, but the index is by it.
create view exchange.order_book as
select symbol, side, working_price as price, sum(leaves_quantity) as total_quantity, sum(visible_quantity) as displayed_quantity,
       count(*)::int as order_count, max(updated_at) as last_updated
from exchange.orders
where status in ('NEW', 'PARTIALLY_FILLED') and leaves_quantity > 0 and working_price is not null
group by symbol, side, working_price;
comment on view exchange.order_book is 'The book by price levels, from the working orders';
comment on column exchange.order_book.symbol is 'Instrument';
comment on column exchange.order_book.side is 'BUY or SELL';
comment on column exchange.order_book.price is 'Price of the level';
comment on column exchange.order_book.total_quantity is 'Working quantity at the price, hidden quantity included';
comment on column exchange.order_book.displayed_quantity is 'What market data shows of it';
comment on column exchange.order_book.order_count is 'Orders at the price';
comment on column exchange.order_book.last_updated is 'Engine time of the last report of an order at the price';

create table exchange.executions (
    event_sequence       bigint      not null check (event_sequence > 0),
    order_id             bigint      not null,
    client_order_id      text        not null,
    orig_client_order_id text,
    account              text        not null,
    participant          text        not null,
    symbol               text        not null,
    side                 text        not null check (side in ('BUY', 'SELL')),
    exec_type            text        not null check (exec_type in ('NEW', 'TRADE', 'CANCELED', 'REPLACED', 'REJECTED', 'EXPIRED', 'RESTATED', 'TRIGGERED', 'TRADE_CORRECT', 'TRADE_CANCEL')),
    order_status         text        not null check (order_status in ('NEW', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'REJECTED', 'EXPIRED')),
    quantity             numeric     not null,
    price                numeric,
    last_price           numeric,
    last_quantity        numeric,
    leaves_quantity      numeric     not null check (leaves_quantity >= 0),
    filled_quantity      numeric     not null check (filled_quantity >= 0),
    avg_price            numeric,
    trade_id             bigint,
    liquidity            text        check (liquidity in ('ADDED', 'REMOVED', 'AUCTION')),
    fee                  numeric,
    fee_asset            text,
    ref_execution_id     bigint,
    code                 text,
    text                 text,
    seq                  bigint,
    at                   timestamptz not null,
    primary key (event_sequence),
    constraint executions_trade check (exec_type <> 'TRADE' or (trade_id is not null and last_price is not null and last_quantity > 0))
) partition by range (event_sequence);
create index executions_order on exchange.executions (order_id);
create index executions_account on exchange.executions (account, event_sequence desc);
-- Which ids an order has borne: only a replace changes them.
create index executions_renamed on exchange.executions (account, client_order_id) where exec_type = 'REPLACED';
create index executions_renamed_from on exchange.executions (account, orig_client_order_id) where exec_type = 'REPLACED';
create index executions_at on exchange.executions using brin (at);
comment on table exchange.executions is 'Each report about an order (FIX ExecutionReport), once, for ever. Account and symbol are held by the order''s foreign keys';
comment on column exchange.executions.event_sequence is 'Number of the report: ExecID (FIX 17)';
comment on column exchange.executions.order_id is 'Order it is about (FIX 37); of a duplicate''s refusal: the order that has the id';
comment on column exchange.executions.client_order_id is 'FIX 11 of the report';
comment on column exchange.executions.orig_client_order_id is 'FIX 41 of the report';
comment on column exchange.executions.account is 'Account of the order';
comment on column exchange.executions.participant is 'Firm of the account';
comment on column exchange.executions.symbol is 'Instrument';
comment on column exchange.executions.side is 'BUY or SELL';
comment on column exchange.executions.exec_type is 'What it tells (FIX 150)';
comment on column exchange.executions.order_status is 'The order''s status after it (FIX 39)';
comment on column exchange.executions.quantity is 'The order''s total (FIX 38)';
comment on column exchange.executions.price is 'The order''s limit (FIX 44)';
comment on column exchange.executions.last_price is 'Price of the fill (FIX 31)';
comment on column exchange.executions.last_quantity is 'Quantity of the fill (FIX 32)';
comment on column exchange.executions.leaves_quantity is 'Still working after it (FIX 151)';
comment on column exchange.executions.filled_quantity is 'Filled after it (FIX 14)';
comment on column exchange.executions.avg_price is 'Average price after it (FIX 6); null before the first fill';
comment on column exchange.executions.trade_id is 'Trade of the fill (FIX 880)';
comment on column exchange.executions.liquidity is 'Whether the fill added or removed liquidity, or was made in an auction (FIX 851)';
comment on column exchange.executions.fee is 'Fee of the fill (FIX 137); negative: rebate';
comment on column exchange.executions.fee_asset is 'Asset of the fee';
comment on column exchange.executions.ref_execution_id is 'Report that it busts or corrects (FIX 19)';
comment on column exchange.executions.code is 'Why (FIX 58)';
comment on column exchange.executions.text is 'Text that was entered with the order';
comment on column exchange.executions.seq is 'Public sequence of the print (FIX 83); null when nothing traded';
comment on column exchange.executions.at is 'Engine time (FIX 60)';

create table exchange.trades (
    id                bigint      primary key,
    symbol            text        not null references exchange.instruments,
    price             numeric     not null check (price > 0),
    quantity          numeric     not null check (quantity > 0),
    value             numeric     not null check (value > 0),
    aggressor_side    text        check (aggressor_side in ('BUY', 'SELL')),
    status            text        not null check (status in ('EXECUTED', 'CORRECTED', 'BUSTED')),
    buy_order_id      bigint      not null,
    sell_order_id     bigint      not null,
    buy_account       text        not null references exchange.accounts,
    sell_account      text        not null references exchange.accounts,
    buy_fee           numeric     not null,
    sell_fee          numeric     not null,
    fee_asset         text        not null,
    original_price    numeric,
    original_quantity numeric,
    reason            text,
    seq               bigint      not null,
    event_sequence    bigint      not null,
    trade_day         date        not null,
    executed_at       timestamptz not null,
    updated_at        timestamptz not null
);
create index trades_buy_order on exchange.trades (buy_order_id);
create index trades_sell_order on exchange.trades (sell_order_id);
create index trades_symbol on exchange.trades (symbol, id desc);
create index trades_executed_at on exchange.trades using brin (executed_at);
comment on table exchange.trades is 'Trades as they stand: a bust or correction changes the row, its history is in executions and ledger_entries';
comment on column exchange.trades.id is 'Number of the trade (FIX 880)';
comment on column exchange.trades.symbol is 'Instrument';
comment on column exchange.trades.price is 'Price, as corrected';
comment on column exchange.trades.quantity is 'Quantity, as corrected';
comment on column exchange.trades.value is 'price * quantity, in the quote asset';
comment on column exchange.trades.aggressor_side is 'Side of the order that took; null in an auction';
comment on column exchange.trades.status is 'EXECUTED, CORRECTED or BUSTED; sums over trades leave out BUSTED';
comment on column exchange.trades.buy_order_id is 'Buyer''s order';
comment on column exchange.trades.sell_order_id is 'Seller''s order';
comment on column exchange.trades.buy_account is 'Buyer''s account';
comment on column exchange.trades.sell_account is 'Seller''s account';
comment on column exchange.trades.buy_fee is 'Buyer''s fee, in fee_asset; negative: rebate';
comment on column exchange.trades.sell_fee is 'Seller''s fee, in fee_asset; negative: rebate';
comment on column exchange.trades.fee_asset is 'The quote asset';
comment on column exchange.trades.original_price is 'Price as traded, when corrected';
comment on column exchange.trades.original_quantity is 'Quantity as traded, when corrected';
comment on column exchange.trades.reason is 'Why it was busted or corrected';
comment on column exchange.trades.seq is 'Public sequence of the instrument (FIX 83)';
comment on column exchange.trades.event_sequence is 'Event of the last change';
comment on column exchange.trades.trade_day is 'Trading day (FIX 75)';
comment on column exchange.trades.executed_at is 'Engine time of the trade';
comment on column exchange.trades.updated_at is 'Engine time of the last change';
