-- Delivery: classes of messages, the lane of bulk messages, notifications with their receipts, files, progress.

alter table core.outbox
    add column class smallint not null default 0,
    add column company_id uuid,
    add column receipt uuid;
comment on column core.outbox.class is '0 answer, 1 notification, 2 bulk, 3 progress, 4 alert: decides what follows an uncertain send.';
comment on column core.outbox.receipt is 'The notification or progress message of the company that this row carries out.';
