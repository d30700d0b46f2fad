-- What accounts hold, how it came there, and who did what.

create table exchange.balances (
    account        text        not null references exchange.accounts,
    asset          text        not null,
    total          numeric     not null,
    held           numeric     not null check (held >= 0),
    available      numeric     not null generated always as (total - held) stored,
    updated_at     timestamptz not null,
    event_sequence bigint      not null,
    primary key (account, asset)
) with (fillfactor = 80);
comment on table exchange.balances is 'What each account holds, a row for each asset it ever held';
comment on column exchange.balances.account is 'Account';
comment on column exchange.balances.asset is 'Asset';
comment on column exchange.balances.total is 'All of it';
comment on column exchange.balances.held is 'Set aside for open orders';
comment on column exchange.balances.available is 'total - held';
comment on column exchange.balances.updated_at is 'Engine time of the last event that told it';
comment on column exchange.balances.event_sequence is 'Last event that told it';

create table exchange.ledger_entries (
    event_sequence bigint      not null,
    line           integer     not null check (line > 0),
    debit_account  text        not null,
    credit_account text        not null,
    asset          text        not null,
    amount         numeric     not null check (amount > 0),
    type           text        not null check (type in ('DEPOSIT', 'WITHDRAWAL', 'TRADE', 'FEE', 'REBATE', 'BUST', 'CORRECTION')),
    debit_balance  numeric,
    credit_balance numeric,
    order_id       bigint,
    trade_id       bigint,
    reference      text,
    reason         text,
    actor          text,
    at             timestamptz not null,
    primary key (event_sequence, line)
);
create index ledger_entries_debit on exchange.ledger_entries (debit_account, event_sequence desc);
create index ledger_entries_credit on exchange.ledger_entries (credit_account, event_sequence desc);
comment on table exchange.ledger_entries is 'Postings: each moves an amount from one account to another, so that every asset always sums to zero. Never changed';
comment on column exchange.ledger_entries.event_sequence is 'Event that caused it';
comment on column exchange.ledger_entries.line is 'Number within the event, from 1';
comment on column exchange.ledger_entries.debit_account is 'Account that loses; VEX-EXTERNAL is the world outside';
comment on column exchange.ledger_entries.credit_account is 'Account that gains';
comment on column exchange.ledger_entries.asset is 'Asset';
comment on column exchange.ledger_entries.amount is 'Amount, greater than 0';
comment on column exchange.ledger_entries.type is 'Why';
comment on column exchange.ledger_entries.debit_balance is 'Total of the account that loses after this line; null for VEX-EXTERNAL';
comment on column exchange.ledger_entries.credit_balance is 'Total of the account that gains after this line; null for VEX-EXTERNAL';
comment on column exchange.ledger_entries.order_id is 'Order that pays the fee or gets the rebate';
comment on column exchange.ledger_entries.trade_id is 'Trade';
comment on column exchange.ledger_entries.reference is 'Reference of a deposit or withdrawal';
comment on column exchange.ledger_entries.reason is 'Reason that was given';
comment on column exchange.ledger_entries.actor is 'Who did it';
comment on column exchange.ledger_entries.at is 'Engine time';

create table exchange.logs (
    event_sequence bigint      primary key,
    kind           text        not null check (kind in ('AUDIT', 'INCIDENT')),
    at             timestamptz not null,
    actor          text,
    role           text,
    source         text,
    channel        text,
    action         text,
    target         text,
    request        jsonb,
    result         text        check (result in ('OK', 'REFUSED')),
    severity       text,
    code           text,
    text           text,
    reason         text,
    request_id     text,
    member         integer,
    constraint logs_audit check (kind <> 'AUDIT' or (action is not null and result is not null))
);
create index logs_at on exchange.logs using brin (at);
comment on table exchange.logs is 'The audit (who did what, with what result) and incidents of the venue';
comment on column exchange.logs.event_sequence is 'Number of the entry';
comment on column exchange.logs.kind is 'AUDIT or INCIDENT';
comment on column exchange.logs.at is 'Engine time';
comment on column exchange.logs.actor is 'User or SenderCompID';
comment on column exchange.logs.role is 'Role of the actor';
comment on column exchange.logs.source is 'Address it came from';
comment on column exchange.logs.channel is 'REST, CONSOLE, FIX, CLI, SCHEDULE or ENGINE';
comment on column exchange.logs.action is 'What was done';
comment on column exchange.logs.target is 'Account, symbol, trade, session or user it was done to';
comment on column exchange.logs.request is 'What was asked for; no password, token or hash is ever in it';
comment on column exchange.logs.result is 'OK or REFUSED';
comment on column exchange.logs.severity is 'Of an incident';
comment on column exchange.logs.code is 'Why it was refused; or which incident';
comment on column exchange.logs.text is 'Of an incident';
comment on column exchange.logs.reason is 'Reason that was given';
comment on column exchange.logs.request_id is 'Id of the request it came with';
comment on column exchange.logs.member is 'Member of the cluster an incident is about';
