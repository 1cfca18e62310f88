What stays as it is is told once, however often the operations are made anew because they stand in each other's way.
--- file a.conf
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		enabled 1
	}
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 2
		enabled 1
	}
	TARGET iqn.2026-11.com.example:v {
		rel_tgt_id 3
		enabled 1
	}
}
--- run
sed 's/rel_tgt_id 1/rel_tgt_id x/; s/rel_tgt_id 2/rel_tgt_id 1/; s/rel_tgt_id 3/rel_tgt_id 0/; s/_id x/_id 2/' a.conf >b.conf
lunward plan --from a.conf b.conf
--- stdout
~ set (temporary) targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 1 -> 65535 [disturbs, node] because two values are swapped (b.conf:4)
~ set targets/iscsi/iqn.2026-11.com.example:u rel_tgt_id: 2 -> 1 [disturbs, node] (b.conf:8)
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 65535 -> 2 [disturbs, node] (b.conf:4)
Plan: 0 to create, 2 to change, 0 to delete; 3 operations disturb sessions, 0 drop them.
--- stderr
b.conf:12:3: note: rel_tgt_id 0 is never applied: it stays as it is
--- exit 3
