A number of 0 only says that there is none yet. Declared where there is one, it is not applied, and that is said.
--- file a.conf
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 5
		enabled 1
	}
}
DEVICE_GROUP dg {
	TARGET_GROUP tg {
		group_id 3
	}
}
--- run
sed 's/rel_tgt_id 5/rel_tgt_id 0/; s/group_id 3/group_id 0/' a.conf >b.conf
lunward plan --from a.conf b.conf
--- stdout
Nothing to do.
--- stderr
b.conf:4:3: note: rel_tgt_id 0 is never applied: it stays as it is
b.conf:10:3: note: group_id 0 is never applied: it stays as it is
--- run
lunward plan --from b.conf b.conf
--- stdout
Nothing to do.
