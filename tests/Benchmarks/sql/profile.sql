-- What the database did, by statement: calls and milliseconds for each update answered.
\pset linestyle ascii
select round(calls / :replied::numeric, 2) as calls, round((total_exec_time / :replied)::numeric, 4) as ms,
    round((total_plan_time / :replied)::numeric, 4) as plan_ms, round((mean_exec_time)::numeric, 4) as ms_a_call,
    round(rows / :replied::numeric, 2) as rows, left(regexp_replace(query, '\s+', ' ', 'g'), 110) as statement
from profile.pg_stat_statements where query !~ 'pg_stat_statements' order by total_exec_time desc limit 16;
