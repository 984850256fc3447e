-- The one clock that decides what is due: the database's, the same for every host, whatever a host's own clock says.
-- A plain SQL function is inlined, so it costs nothing; a test database replaces it to turn the time.
create function core.clock() returns timestamptz
    language sql stable parallel safe
    return now();
comment on function core.clock() is 'Now, as jobs, notifications and quiet hours see it.';

revoke execute on function core.clock() from public;
grant execute on function core.clock() to {{host}}, {{definer}};
