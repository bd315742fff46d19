-- The ledger of hours and pay is only ever added to, until its time is over: then it goes whole. The serving role has
-- this way and no other, and the database itself sees to it that three years have gone by (保障农民工工资支付条例 art. 15).
CREATE FUNCTION clear_ledger(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone uuid[];
BEGIN
  SELECT array_agg(p.id) INTO gone FROM placements p
  WHERE p.id = ANY (ids)
    AND NOT EXISTS (SELECT 1 FROM referrals r WHERE r.id = p.id)
    AND NOT EXISTS (SELECT 1 FROM wage_cases c WHERE c.placement_id = p.id AND c.state <> 'closed')
    AND greatest(p.hired_at,
      (SELECT max(w.created_at) FROM work_entries w WHERE w.placement_id = p.id),
      (SELECT max(coalesce(c.closed_at, c.opened_at)) FROM wage_cases c WHERE c.placement_id = p.id)
    ) < now() - interval '3 years';
  DELETE FROM wage_case_steps WHERE case_id IN (SELECT id FROM wage_cases WHERE placement_id = ANY (gone));
  DELETE FROM wage_cases WHERE placement_id = ANY (gone);
  DELETE FROM work_entries WHERE placement_id = ANY (gone);
  DELETE FROM placements WHERE id = ANY (gone);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION clear_ledger(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION clear_ledger(uuid[]) TO station_app;
