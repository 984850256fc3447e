namespace DrAivBot.Host.Database.Lint;

/// <summary>
/// Keys hold the company: one that does not tells whether another company's row exists, or deletes it by cascade. Indexes
/// begin with it: row level security filters by it first.
/// </summary>
internal static class KeyRules
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        select format('Table %s has no primary key. Add one that begins with company_id: primary key (company_id, id).', t.name)
        from company_table t
        where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')
        """,
        """
        select format('Index %s on %s %s. Put company_id first.', i.indexrelid::regclass::text, t.name,
                      case when x.indisprimary then 'is a primary key that does not begin with company_id'
                           when x.indisunique or x.indisexclusion then 'is unique across companies, so a refusal tells that another company has the value'
                           else 'does not begin with company_id and goes unused, because row level security filters by company first' end)
        from company_table t
        join pg_index x on x.indrelid = t.oid
        join (select oid as indexrelid from pg_class) i on i.indexrelid = x.indexrelid
        where x.indkey[0] is distinct from t.company
          and not (t.is_core and not x.indisunique and not x.indisexclusion and exists (
              select from pg_policy p where p.polrelid = t.oid and p.polroles = array[t.definer]))
        """,
        """
        select format('Foreign key %s on %s does not begin with company_id on both sides, so a row may point into another company. Write foreign key (company_id, …) references %s (company_id, …).', k.conname, t.name, k.confrelid::regclass::text)
        from company_table t
        join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
        join pg_class r on r.oid = k.confrelid
        join pg_namespace n on n.oid = r.relnamespace
        where (k.conkey[1] is distinct from t.company or k.confkey[1] is distinct from (
                  select a.attnum from pg_attribute a
                  where a.attrelid = r.oid and a.attname = 'company_id' and not a.attisdropped))
          and not (t.is_core and n.nspname = 'core' and not r.relrowsecurity)
        """,
        """
        select format('Foreign key %s on %s sets company_id to null or its default as well. Name the columns: on delete set null (column), and leave on update out.', k.conname, t.name)
        from company_table t
        join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
        where (k.confdeltype in ('n', 'd') and (k.confdelsetcols is null or t.company = any(k.confdelsetcols)))
           or k.confupdtype in ('n', 'd')
        """,
    ];
}
