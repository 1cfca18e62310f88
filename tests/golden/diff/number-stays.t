A kernel takes the number of a target back only while that is off. What diff cannot write it tells of.
--- file a.conf
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:on {
		rel_tgt_id 4
		enabled 1
	}
	TARGET iqn.2026-11.com.example:off {
		rel_tgt_id 5
	}
}
--- file b.conf
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:on {
		enabled 1
	}
	TARGET iqn.2026-11.com.example:off {
	}
}
--- run
lunward diff a.conf b.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:off rel_tgt_id: 5 -> 0 (default) [none] because the file does not name it (b.conf:6)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
b.conf:3:2: warning: rel_tgt_id is no longer declared, but nothing that is on gives it up: it stays as it is
  hint: declare the value that it shall have, or switch it off first
--- exit 3
