A driver, a handler or a port that only one of the two names is there in both, and as fresh as it comes in the other.
--- file a.conf
HANDLER dev_disk {
	pr_dump_dir /srv/pr
}
TARGET_DRIVER copy_manager {
	allow_not_connected_copy 1
}
TARGET_DRIVER iscsi {
	iSNSServer h1
	IncomingUser "joe secretsecret1"
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		comment "left port"
		enabled 1
	}
}
--- file b.conf
--- run
lunward diff a.conf b.conf
--- stdout
~ set handlers/dev_disk pr_dump_dir: /srv/pr -> "" (default) [none] because the file does not name it
~ set targets/copy_manager allow_not_connected_copy: 1 -> 0 (default) [none] because the file does not name it
~ set targets/iscsi iSNSServer: h1 -> "" (default) [none] because the file does not name it
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 enabled: 1 -> 0 (default) [drops, export] because the file does not name it
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 comment: "left port" -> "" (default) [none] because the file does not name it
- delval targets/iscsi IncomingUser: "joe ***" [none]
Plan: 0 to create, 6 to change, 0 to delete; 0 operations disturb sessions, 1 drops them.
--- exit 3
--- run
lunward diff b.conf a.conf
--- stdout
~ set handlers/dev_disk pr_dump_dir: "" -> /srv/pr [none] (a.conf:2)
~ set targets/copy_manager allow_not_connected_copy: 0 -> 1 [none] (a.conf:5)
+ addval targets/iscsi IncomingUser: "joe ***" [none] (a.conf:9)
~ set targets/iscsi iSNSServer: "" -> h1 [none] (a.conf:8)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 comment: "" -> "left port" [none] (a.conf:14)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 enabled: 0 -> 1 [none] (a.conf:15)
Plan: 0 to create, 6 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
